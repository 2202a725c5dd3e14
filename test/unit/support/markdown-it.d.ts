declare module 'markdown-it' {
  export default class MarkdownIt {
    readonly linkify: { set(options: { readonly fuzzyLink: boolean }): void };
    constructor(options: { readonly html: boolean; readonly linkify: boolean });
    render(text: string): string;
  }
}
