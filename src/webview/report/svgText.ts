const properties = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'font-family', 'font-size'] as const;

/**
 * Characters that XML does not allow, even escaped: with one of these in a name, no program opens the file.
 */
const notInXml = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * A drawing as a file of its own: the colours of the theme become attributes, controls become plain shapes.
 * It is written as XML: what HTML calls `&nbsp;` is an error there.
 */
export function svgText(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, at) => {
    const element = copies[at];
    if (element === undefined) return;
    const style = getComputedStyle(original);
    for (const name of properties) {
      const value = style.getPropertyValue(name);
      // A pattern is named by the page's address in computed styles: its own attribute stays.
      if (value !== '' && !value.startsWith('url(')) element.setAttribute(name, value);
    }
    for (const name of ['class', 'role', 'tabindex', 'aria-label', 'data-row', 'data-column', 'data-section'])
      element.removeAttribute(name);
  });
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode() !== null) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  return new XMLSerializer().serializeToString(copy).replaceAll(notInXml, '');
}
