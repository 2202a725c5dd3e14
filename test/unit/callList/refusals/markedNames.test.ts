import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MarkedNames } from '../../../../src/callList/refusals/markedNames.ts';
import { signsOf } from '../../../../src/callList/values/valueSigns.ts';
import { runs } from '../../support/runs.ts';

/** As of a value whose characters decide nothing: all patterns are tried. */
const anySigns = -1;

describe('marks on names', () => {
  it('are found in a cell that says nothing else, however it begins', () => {
    const names = new MarkedNames();
    const refusals = [
      ...['Do not call', 'Don’t call', 'Please do not call', 'pls don’t call', 'Never call', 'No llamar'],
      ...['Non chiamare', 'Not to be called', 'Ne pas appeler', 'NIE DZWONIĆ', 'Nicht anrufen'],
      ...['não ligar', 'Pas d’appel', 'Kein Anruf', 'Stop calling', 'Bitte nicht anrufen'],
      ...[
        'Ei saa soittaa',
        'Älä soita',
        'ÄLÄ SOITA',
        'Inte ringa',
        'Ikke ring',
        'DNC',
        'dncl',
        'Décédé',
        'DECEDE',
      ],
      ...[
        'verstorben',
        'Fallecido',
        'Falecido',
        'Overleden',
        'Zmarły',
        'Zemřel',
        'Umro',
        'Meghalt',
        'Elhunyt',
      ],
      ...['Avliden', 'Avdød', 'Kuollut', 'Vefat', 'не звонить', '死亡'],
    ];
    assert.deepEqual(
      refusals.filter((cell) => !names.isRefusal(cell)),
      [],
    );
    assert.deepEqual(
      ['Dolores', 'Ann', 'A', '', 'Nadia', 'Stan', '42', 'Ébène'].filter((cell) => names.isRefusal(cell)),
      [],
    );
  });

  it('are found by the signs of a name wherever the patterns find them', () => {
    const marks = [
      '(deceased)',
      'DNC',
      'do not call',
      '†',
      'décédé',
      'NE PAS APPELER',
      'call',
      'stop',
      '死亡',
    ];
    const pieces = [
      'Ann',
      'Zoé',
      'É',
      'LI',
      ' ',
      '\u00a0',
      '\u2003',
      '-',
      ' - ',
      ', ',
      '/',
      '–',
      '_',
      '*',
      '’',
      '1',
    ];
    const name = fc.oneof(
      fc.array(fc.constantFrom(...marks, ...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
      fc.array(fc.nat(0xffff), { maxLength: 12 }).map((codes) => String.fromCharCode(...codes)),
      fc
        .tuple(fc.constantFrom(...marks), fc.nat(0xffff))
        .map(([mark, code]) => `A${String.fromCharCode(code)}${mark}`),
    );
    fc.assert(
      fc.property(name, (text) => {
        const bySigns = new MarkedNames().refuses(text, signsOf(text));
        assert.equal(bySigns, new MarkedNames().refuses(text, anySigns));
      }),
      { numRuns: runs(3000) },
    );
  });
});
