// What scripts add to the page of an entry.

import "./kies.js";
import "./noten.js";
import "./inhoud.js";
import "./citeren.js";
