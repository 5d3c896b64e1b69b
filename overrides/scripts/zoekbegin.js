// On the search page: makes the engine ready while the page still reads the question, for it will be asked
// one. What loads here loads once; when it fails, the search itself tells so.

import { laadSoorten } from "./zoekkern.js";

laadSoorten().catch(() => {});
