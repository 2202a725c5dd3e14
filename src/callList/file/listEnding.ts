/** How the names of call lists end. `.txt` is what Excel's “Unicode Text” and many exports are saved as. */
export const listEnding = /\.(?:csv|tsv|tab|txt)$/i;
