const properties = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'font-family', 'font-size'] as const;

/**
 * A drawing as a file of its own: the colours of the theme become attributes, controls become plain shapes.
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
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy.outerHTML.replaceAll(/<!--.*?-->/g, '');
}
