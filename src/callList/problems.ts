/** How a problem is shown, and whether and why its row is left out. */
interface ProblemKind {
  readonly severity: Severity;
  /** The row is not called, and counted under this reason. */
  readonly excludedAs?: ExclusionReason;
  /** Nothing should be launched from this list before it is solved. */
  readonly blocks?: true;
}

export type Severity = 'error' | 'warning' | 'info';

export const exclusionReasons = [
  'duplicate',
  'invalidNumber',
  'notCallable',
  'suppressed',
  'doNotContact',
  'calledBefore',
  'noNumber',
  'brokenRow',
  'emptyVariable',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Every problem there is. The codes are public: settings and suppressions name them. */
export const problemKinds = {
  'revox.file.encodingGuessed': { severity: 'warning' },
  'revox.list.noRows': { severity: 'error', blocks: true },
  'revox.list.wrongSeparator': { severity: 'warning' },
  'revox.list.noHeader': { severity: 'info' },
  'revox.list.titleLines': { severity: 'info' },
  'revox.list.quotedLines': { severity: 'error', excludedAs: 'noNumber', blocks: true },
  'revox.list.singleQuotes': { severity: 'error', excludedAs: 'noNumber', blocks: true },
  'revox.list.titleWithNumber': { severity: 'warning' },
  'revox.list.repeatedHeader': { severity: 'warning', excludedAs: 'noNumber' },
  'revox.list.otherTable': { severity: 'error', excludedAs: 'noNumber', blocks: true },
  'revox.list.refusingHeading': { severity: 'error', excludedAs: 'noNumber', blocks: true },
  'revox.list.conflict': { severity: 'error', excludedAs: 'noNumber', blocks: true },
  'revox.list.totalsLine': { severity: 'warning', excludedAs: 'noNumber' },
  'revox.list.switchedOff': { severity: 'warning', excludedAs: 'noNumber' },
  'revox.list.suppressionUnreadable': { severity: 'error', blocks: true },
  'revox.list.suppressionRows': { severity: 'warning' },
  'revox.header.empty': { severity: 'warning' },
  'revox.header.duplicate': { severity: 'warning' },
  'revox.row.quoteUnclosed': { severity: 'error', excludedAs: 'brokenRow' },
  'revox.row.quoteMalformed': { severity: 'error', excludedAs: 'brokenRow' },
  'revox.row.afterBrokenQuote': { severity: 'error', excludedAs: 'brokenRow' },
  'revox.row.tooLong': { severity: 'error', excludedAs: 'brokenRow' },
  'revox.row.nulByte': { severity: 'error', excludedAs: 'brokenRow' },
  'revox.row.tooManyCells': { severity: 'error', excludedAs: 'brokenRow' },
  'revox.row.tooFewCells': { severity: 'warning' },
  'revox.cell.strayQuote': { severity: 'warning' },
  'revox.cell.garbled': { severity: 'warning' },
  'revox.phone.swappedColumn': { severity: 'error', blocks: true },
  'revox.phone.noColumn': { severity: 'error', excludedAs: 'noNumber', blocks: true },
  'revox.phone.columnUnclear': { severity: 'error', excludedAs: 'noNumber', blocks: true },
  'revox.phone.otherColumn': { severity: 'info' },
  'revox.phone.missing': { severity: 'error', excludedAs: 'noNumber' },
  'revox.phone.placeholder': { severity: 'error', excludedAs: 'noNumber' },
  'revox.phone.lostDigits': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.scientific': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.spreadsheetError': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.calculated': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.letters': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.several': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.extension': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.unreadable': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.noRegion': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.zeroLost': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.noAreaCode': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.oldNumber': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.words': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.otherCountry': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.doubtfulRegion': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.unknownRowCountry': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.ambiguous': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.trunkZero': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.unknownCountry': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.tooShort': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.tooLong': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.invalid': { severity: 'error', excludedAs: 'invalidNumber' },
  'revox.phone.fax': { severity: 'error', excludedAs: 'notCallable' },
  'revox.phone.optOut': { severity: 'warning', excludedAs: 'notCallable' },
  'revox.phone.refusedElsewhere': { severity: 'error', blocks: true },
  'revox.phone.consentEmpty': { severity: 'warning' },
  'revox.phone.consentUnclear': { severity: 'warning' },
  'revox.phone.markedAsCalled': { severity: 'warning' },
  'revox.phone.reasonNotToCall': { severity: 'warning' },
  'revox.phone.datesNotCompared': { severity: 'warning' },
  'revox.phone.emergency': { severity: 'error', excludedAs: 'notCallable' },
  'revox.phone.shortCode': { severity: 'error', excludedAs: 'notCallable' },
  'revox.phone.premium': { severity: 'error', excludedAs: 'notCallable' },
  'revox.phone.own': { severity: 'error', excludedAs: 'notCallable' },
  'revox.phone.suppressed': { severity: 'warning', excludedAs: 'suppressed' },
  'revox.phone.doNotContact': { severity: 'warning', excludedAs: 'doNotContact' },
  'revox.phone.calledBefore': { severity: 'warning', excludedAs: 'calledBefore' },
  'revox.phone.cleaned': { severity: 'info' },
  'revox.phone.plusAdded': { severity: 'info' },
  'revox.phone.planChange': { severity: 'info' },
  'revox.phone.areaCodeAdded': { severity: 'info' },
  'revox.phone.countryColumn': { severity: 'info' },
  'revox.phone.unexpectedCountry': { severity: 'warning' },
  'revox.phone.severalZones': { severity: 'info' },
  'revox.phone.duplicate': { severity: 'warning', excludedAs: 'duplicate' },
  'revox.phone.duplicateKept': { severity: 'warning' },
  'revox.variable.noColumn': { severity: 'error', blocks: true },
  'revox.variable.empty': { severity: 'warning' },
  'revox.variable.emptyLeftOut': { severity: 'warning', excludedAs: 'emptyVariable' },
  'revox.variable.unusedColumns': { severity: 'info' },
  'revox.variable.unusualSpelling': { severity: 'warning' },
  'revox.value.promptInjection': { severity: 'warning' },
  'revox.value.braces': { severity: 'warning' },
  'revox.value.formula': { severity: 'warning' },
  'revox.value.markup': { severity: 'warning' },
  'revox.value.controlCharacters': { severity: 'warning' },
  'revox.value.scientific': { severity: 'warning' },
  'revox.value.spreadsheetError': { severity: 'warning' },
  'revox.value.placeholder': { severity: 'warning' },
  'revox.value.turnedIntoDate': { severity: 'warning' },
  'revox.value.unlikeColumn': { severity: 'warning' },
  'revox.value.boolean': { severity: 'warning' },
  'revox.value.spreadsheetDate': { severity: 'warning' },
  'revox.value.ambiguousDate': { severity: 'warning' },
  'revox.value.timestamp': { severity: 'warning' },
  'revox.value.longDecimal': { severity: 'warning' },
  'revox.value.emoji': { severity: 'info' },
  'revox.value.long': { severity: 'warning' },
  'revox.value.tooLong': { severity: 'error' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

/** How many problems there are of each kind. */
export type ProblemTotals = Readonly<Partial<Record<ProblemCode, number>>>;

/**
 * Where something stands. Lines are 1-based and counted as an editor does, characters 0-based UTF-16 units,
 * the end exclusive.
 */
export interface TextRange {
  readonly line: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** A new value for the cell at the problem's range. The editor quotes it as the file does. */
export interface Fix {
  readonly title: string;
  readonly replacement: string;
  /** `safe`: changes neither who is called nor what is said. `ask`: probably right, a person must agree. */
  readonly safety: 'safe' | 'ask';
  /** False: the range is no cell, and nothing is quoted. */
  readonly isCell?: false | undefined;
}

export interface Problem extends TextRange {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What is wrong and what to do, in plain words. */
  readonly message: string;
  /** Why this row is not called; absent when it still is. */
  readonly excludedAs?: ExclusionReason | undefined;
  /** The row is not called because of this. */
  readonly excludes: boolean;
  /** The whole list should not be launched before this is solved. */
  readonly blocks: boolean;
  /** The cell as written. */
  readonly value?: string | undefined;
  readonly fix?: Fix | undefined;
  /** Each number that the cell may mean, in E.164, where there are several: for a person to choose from. */
  readonly readings?: readonly string[] | undefined;
  /** Another line this is about: the one a duplicate repeats. */
  readonly otherLine?: number | undefined;
  /** 0-based; the column that may have been meant instead. */
  readonly otherColumn?: number | undefined;
}

export interface ProblemDetails {
  readonly value?: string | undefined;
  readonly fix?: Fix | undefined;
  readonly readings?: readonly string[] | undefined;
  readonly otherLine?: number | undefined;
  readonly otherColumn?: number | undefined;
}

export function problemAt(
  range: TextRange,
  code: ProblemCode,
  message: string,
  details: ProblemDetails = {},
): Problem {
  const kind: ProblemKind = problemKinds[code];
  return {
    code,
    severity: kind.severity,
    message,
    line: range.line,
    startCharacter: range.startCharacter,
    endLine: range.endLine,
    endCharacter: range.endCharacter,
    excludedAs: kind.excludedAs,
    excludes: kind.excludedAs !== undefined,
    blocks: kind.blocks === true,
    value: details.value,
    fix: details.fix,
    readings: details.readings,
    otherLine: details.otherLine,
    otherColumn: details.otherColumn,
  };
}
