import type * as vscode from 'vscode';

const eolOf = (text: string) => (text.includes('\r\n') ? 2 : 1) as vscode.EndOfLine;

/** An open document that the test types in, as far as a watched list reads it. */
export class TypedDocument {
  version = 1;
  eol: vscode.EndOfLine;
  #text: string;

  constructor(text: string) {
    this.#text = text;
    this.eol = eolOf(text);
  }

  getText(): string {
    return this.#text;
  }

  get lineCount(): number {
    return this.#text.split(/\r\n|\n|\r/).length;
  }

  /** In this document a position is its offset. */
  lineAt(): { readonly range: { readonly end: number } } {
    return { range: { end: this.#text.length } };
  }

  offsetAt(position: number): number {
    return position;
  }

  /** Replaces the first place where `before` is. @returns what VS Code tells of it */
  replace(before: string, after: string): readonly vscode.TextDocumentContentChangeEvent[] {
    const rangeOffset = this.#text.indexOf(before);
    if (rangeOffset < 0) throw new Error(`The document has no "${before}".`);
    return this.#change(rangeOffset, before.length, after);
  }

  append(text: string): readonly vscode.TextDocumentContentChangeEvent[] {
    return this.#change(this.#text.length, 0, text);
  }

  /** Changes the line ends alone, which VS Code tells as no change of the content. */
  useCrlf(): readonly vscode.TextDocumentContentChangeEvent[] {
    this.#text = this.#text.replaceAll('\n', '\r\n');
    this.eol = eolOf(this.#text);
    this.version += 1;
    return [];
  }

  #change(rangeOffset: number, rangeLength: number, text: string) {
    this.#text = this.#text.slice(0, rangeOffset) + text + this.#text.slice(rangeOffset + rangeLength);
    this.version += 1;
    return [{ rangeOffset, rangeLength, text } as vscode.TextDocumentContentChangeEvent];
  }
}
