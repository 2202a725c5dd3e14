/** Arrow keys move between the marks of a chart; the one that was focused last stays in the tab order. */
export function listenToMarks(root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    const mark = event.target instanceof Element ? event.target.closest<SVGGElement>('.mark') : null;
    const next = mark === null ? undefined : neighbour(mark, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
  root.addEventListener('focusin', ({ target }) => {
    const mark = target instanceof Element ? target.closest<SVGGElement>('.mark') : null;
    if (mark === null) return;
    for (const other of marksBeside(mark)) other.setAttribute('tabindex', other === mark ? '0' : '-1');
  });
}

interface Place {
  readonly mark: SVGGElement;
  readonly row: number;
  readonly column: number;
}

function neighbour(from: SVGGElement, key: string): SVGGElement | undefined {
  const marks = marksBeside(from).map(placeOf);
  const here = placeOf(from);
  const nearest = (candidates: readonly Place[]) =>
    candidates.toSorted((one, other) => distance(one, here) - distance(other, here))[0]?.mark;
  switch (key) {
    case 'ArrowRight':
      return nearest(marks.filter(({ row, column }) => row === here.row && column > here.column));
    case 'ArrowLeft':
      return nearest(marks.filter(({ row, column }) => row === here.row && column < here.column));
    case 'ArrowDown':
      return nearest(marks.filter(({ row }) => row > here.row));
    case 'ArrowUp':
      return nearest(marks.filter(({ row }) => row < here.row));
    case 'Home':
      return marks[0]?.mark;
    case 'End':
      return marks.at(-1)?.mark;
    default:
      return undefined;
  }
}

function distance(one: Place, other: Place): number {
  return Math.abs(one.row - other.row) * 1000 + Math.abs(one.column - other.column);
}

function placeOf(mark: SVGGElement): Place {
  return { mark, row: Number(mark.dataset.row), column: Number(mark.dataset.column) };
}

function marksBeside(mark: SVGGElement): readonly SVGGElement[] {
  return [...(mark.closest('svg')?.querySelectorAll<SVGGElement>('.mark') ?? [])];
}
