"""How to cite a page: the work as a value, written out in the styles and file formats that others use."""
