/** File name extensions of call lists. Excel's “Unicode Text” and many exports are saved as `.txt`. */
export const listEnding = /\.(?:csv|tsv|tab|txt)$/i;
