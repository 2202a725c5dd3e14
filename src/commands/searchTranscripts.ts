import * as vscode from 'vscode';
import { Pace } from '../callList/pace.ts';
import { HumanError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import { createInputBox, showQuickPick } from '../host/messages.ts';
import { maxQueryLength, type SearchQuery } from '../insights/searchQuery.ts';
import { searchSpeakers, type SearchSpeaker } from '../insights/searchSpeaker.ts';
import type { ReportDocuments } from '../panels/report/reportDocuments.ts';
import { searchMarkdown } from '../panels/report/searchMarkdown.ts';
import { peopleGroup } from '../panels/peopleGroup.ts';
import type { TranscriptPanels } from '../panels/transcript/transcriptPanels.ts';
import { searchMessage, type SearchNode } from '../views/search/searchNodes.ts';
import type { SearchTree } from '../views/search/searchTree.ts';
import type { SearchScope, TranscriptSearch } from '../views/search/transcriptSearch.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { newCsvFromPeople } from './newCsvFromRows.ts';

/** The views that show a search. */
export interface SearchParts {
  readonly search: TranscriptSearch;
  readonly searchTree: SearchTree;
  readonly documents: ReportDocuments;
  readonly transcript: TranscriptPanels;
}

/** Asks what to look for, and looks for it in the campaigns that are selected, given, or all. */
export async function searchTranscripts(
  context: CommandContext,
  { search, searchTree }: SearchParts,
  args: readonly unknown[],
): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const scope = await scopeOf(context, args);
  const query = await askQuery(search, scope);
  if (query === undefined) return;
  await searchTree.show();
  await search.search(api, query, scope);
}

async function scopeOf(context: CommandContext, args: readonly unknown[]): Promise<SearchScope> {
  const { store } = context;
  if (store.state.updatedMs === undefined) await context.refresh.refresh();
  const group = peopleGroup(args[0]);
  if (group !== undefined) {
    const ids = [...new Set(group.people.map(({ campaignId }) => campaignId))];
    const campaigns = ids.flatMap((id) => store.campaign(id) ?? []);
    return { label: group.label, campaigns, rowIds: new Set(group.people.map(({ rowId }) => rowId)) };
  }
  const { campaignIds } = (args[0] ?? {}) as { readonly campaignIds?: unknown };
  const given = Array.isArray(campaignIds) ? campaignIds : selectedIds(context, args);
  const named = given.flatMap((id) => (typeof id === 'string' ? (store.campaign(id) ?? []) : []));
  const campaigns = named.length > 0 ? named : store.state.campaigns;
  if (campaigns.length === 0) throw new HumanError('There is no campaign to search yet.');
  const [first] = campaigns;
  const label =
    named.length === 0
      ? 'all campaigns'
      : campaigns.length === 1
        ? `“${first?.name ?? ''}”`
        : plural(campaigns.length, 'campaign');
  return { label, campaigns };
}

/** Campaigns that a menu passes, or that are selected in the tree. */
function selectedIds({ view }: CommandContext, [clicked, selection]: readonly unknown[]): readonly string[] {
  const nodes: readonly unknown[] = Array.isArray(selection)
    ? selection
    : clicked === undefined
      ? view.selection
      : [clicked];
  return nodes.flatMap((node) => {
    const { kind, id } = (node ?? {}) as { readonly kind?: unknown; readonly id?: unknown };
    return kind === 'campaign' && typeof id === 'string' ? [id] : [];
  });
}

const speakerLabels: Readonly<Record<SearchSpeaker, string>> = {
  anybody: 'whoever speaks',
  contact: 'only what the contact says',
  assistant: 'only what the assistant says',
  tool: 'only tools',
};

type Switch = 'regex' | 'matchCase' | 'wholeWord' | 'speaker';

const switches: readonly { readonly name: Switch; readonly icon: string; readonly tooltip: string }[] = [
  { name: 'matchCase', icon: 'case-sensitive', tooltip: 'Match Case' },
  { name: 'wholeWord', icon: 'whole-word', tooltip: 'Match Whole Words' },
  { name: 'regex', icon: 'regex', tooltip: 'Use Regular Expression' },
  { name: 'speaker', icon: 'person', tooltip: 'Who Speaks' },
];

/** One field, with its options as buttons; what they are set to is below it. */
async function askQuery(search: TranscriptSearch, scope: SearchScope): Promise<SearchQuery | undefined> {
  const again = await askHistory(search);
  if (again === undefined || again !== 'new') return again;
  const box = createInputBox();
  let query: SearchQuery = {
    text: '',
    regex: false,
    matchCase: false,
    wholeWord: false,
    speaker: 'anybody',
    ...search.state.query,
  };
  box.title = `Search What Was Said in ${scope.label}`;
  box.placeholder = 'Text to look for';
  box.value = query.text;
  const buttons = switches.map(({ icon, tooltip, name }) => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    name,
  }));
  box.buttons = buttons;
  const draw = () => (box.prompt = optionsText(query));
  draw();
  return new Promise((resolve) => {
    const finish = (chosen: SearchQuery | undefined) => {
      resolve(chosen);
      box.dispose();
    };
    box.onDidChangeValue((text) => (query = { ...query, text: text.slice(0, maxQueryLength) }));
    box.onDidTriggerButton((button) => {
      const pressed = buttons.find((one) => one === button);
      if (pressed !== undefined) query = changed(query, pressed.name);
      draw();
    });
    box.onDidAccept(() => {
      if (query.text !== '') finish(query);
    });
    box.onDidHide(() => finish(undefined));
    box.show();
  });
}

/** What was searched before, where anything was. `new`: something else; undefined: the person went back. */
async function askHistory({ history }: TranscriptSearch): Promise<SearchQuery | 'new' | undefined> {
  if (history.length === 0) return 'new';
  const items: readonly (vscode.QuickPickItem & { readonly query: SearchQuery | 'new' })[] = [
    { label: '$(search) Search for something else…', query: 'new' },
    ...history.map((query) => ({
      label: `$(history) ${query.text}`,
      description: optionsText(query),
      query,
    })),
  ];
  return (await showQuickPick(items, { title: 'Search Transcripts' }))?.query;
}

/** `match case, only what the contact says` */
function optionsText({ regex, matchCase, wholeWord, speaker }: SearchQuery): string {
  const options = [
    ...(regex ? ['regular expression'] : []),
    ...(matchCase ? ['match case'] : []),
    ...(wholeWord ? ['whole words'] : []),
    speakerLabels[speaker],
  ];
  return `Options: ${options.join(', ')}`;
}

function changed(query: SearchQuery, name: Switch): SearchQuery {
  if (name !== 'speaker') return { ...query, [name]: !query[name] };
  const next = (searchSpeakers.indexOf(query.speaker) + 1) % searchSpeakers.length;
  return { ...query, speaker: searchSpeakers[next] ?? 'anybody' };
}

/** Opens the transcript at the turn that was found. */
export async function openSearchHit({ transcript }: SearchParts, node: unknown): Promise<void> {
  const [hit] = (node as Partial<SearchNode> | undefined)?.hits ?? [];
  if (hit === undefined) throw new HumanError('Choose a line of the search results.');
  const { campaignId, rowId, phone } = hit.person;
  await transcript.open({
    campaignId,
    rowId,
    // the server finds the person by the number, whichever page they are on
    question: { page: 0, page_size: 100, query: phone, statuses: [], result: undefined },
    reveal: { attemptId: hit.attemptId, turn: hit.turn },
  });
}

export async function stepSearch(parts: SearchParts, by: 1 | -1): Promise<void> {
  const node = await parts.searchTree.step(by);
  if (node !== undefined) await openSearchHit(parts, node);
}

export async function refreshSearch(context: CommandContext, { search }: SearchParts): Promise<void> {
  const api = await apiOrAsk(context);
  if (api !== undefined) await search.refresh(api);
}

export async function openSearchDocument({ search, documents }: SearchParts): Promise<void> {
  const { state } = search;
  if (state.query === undefined) throw new HumanError('Search for something first.');
  const nameOf = (id: string) => search.nameOf(id);
  const text = await new Pace().between(searchMarkdown(searchMessage(state), state.hits, nameOf));
  await documents.open('search', `Search ${state.query.text}`, text);
}

/** Everybody in whose calls it was found, or those selected among them. */
export async function newListFromSearch(
  context: CommandContext,
  { search, searchTree }: SearchParts,
  [clicked, selection]: readonly unknown[],
): Promise<void> {
  const chosen = (
    Array.isArray(selection) ? selection : clicked === undefined ? [] : [clicked]
  ) as SearchNode[];
  const nodes = chosen.length > 0 ? chosen : searchTree.selection.length > 1 ? searchTree.selection : [];
  const hits = nodes.length > 0 ? nodes.flatMap((node) => node.hits) : search.state.hits;
  const { query } = search.state;
  if (query === undefined || hits.length === 0) throw new HumanError('Search for something first.');
  const people = [...new Map(hits.map(({ person }) => [person.rowId, person])).values()];
  await newCsvFromPeople(context, { label: `Said “${query.text.slice(0, 40)}”`, people });
}
