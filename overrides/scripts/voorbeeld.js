// What scripts add to the page of an entry.

import "./noten.js";
import "./inhoud.js";
import "./citeren.js";
