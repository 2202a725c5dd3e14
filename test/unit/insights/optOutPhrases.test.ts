import assert from 'node:assert/strict';
import { findOptOut, type OptOutLanguage } from '../../../src/insights/optOutPhrases.ts';

describe('a phrase that asks not to be called again', () => {
  const phrases: readonly [OptOutLanguage, ...string[]][] = [
    [
      'en',
      'Who gave you this number? Please take me off your list.',
      'Don’t call me again!',
      'please stop calling this number',
      'Remove my number from your system.',
      'I do not want any more calls from you',
    ],
    [
      'fr',
      'Qui vous a donné mon numéro ? Retirez-moi de votre liste.',
      'Ne m’appelez plus, s’il vous plaît.',
      'Arrêtez de m’appeler.',
      'Supprimez mon numéro de vos fichiers.',
      'Je ne veux plus être appelé.',
    ],
    [
      'de',
      'Rufen Sie mich bitte nicht mehr an.',
      'Ich möchte nicht mehr angerufen werden.',
      'Löschen Sie meine Nummer.',
      'Streichen Sie mich von Ihrer Liste!',
      'Keine weiteren Anrufe, danke.',
    ],
    [
      'es',
      'No me llamen más, por favor.',
      'No vuelva a llamar a este número.',
      'Bórreme de su lista.',
      'Dejen de llamarme.',
      'Elimine mi número.',
    ],
    [
      'it',
      'Non mi chiamate più.',
      'Mi tolga dalla lista, per favore.',
      'Smettete di chiamarmi!',
      'Cancelli il mio numero.',
      'Non voglio più essere chiamata.',
    ],
    [
      'pt',
      'Não me liguem mais.',
      'Parem de me ligar!',
      'Retire o meu número da lista.',
      'Não volte a ligar.',
      'Não quero receber mais chamadas.',
    ],
  ];
  for (const [language, ...texts] of phrases) {
    for (const text of texts) {
      it(`is found in ${language}: ${text}`, () => assert.equal(findOptOut(text)?.language, language));
    }
  }

  const others = [
    'Yes, call me then.',
    'I am driving, can you call later?',
    'You can call me again on Tuesday.',
    'No thanks, not interested.',
    'Rappelez-moi demain, s’il vous plaît.',
    'Je suis au volant, rappelez plus tard.',
    'Rufen Sie mich morgen noch einmal an.',
    'Llámeme mañana, por favor.',
    'Mi richiami domani.',
    'Pode ligar-me amanhã?',
    '',
  ];
  for (const text of others) it(`is not found in: ${text}`, () => assert.equal(findOptOut(text), undefined));

  it('is found with accents as letters or as combining marks', () => {
    const text = 'Bórreme de su lista.';
    assert.equal(findOptOut(text.normalize('NFD'))?.language, 'es');
    assert.equal(findOptOut(text.normalize('NFC'))?.language, 'es');
  });

  it('is searched for in the first 4,000 characters of a turn', () => {
    const phrase = 'take me off your list';
    assert.equal(findOptOut(`${'well '.repeat(700)}${phrase}`)?.phrase, 'take me off');
    assert.equal(findOptOut(`${'well '.repeat(800)}${phrase}`), undefined);
  });
});
