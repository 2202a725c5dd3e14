import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { listCases, type ListCase } from './listCase.ts';

/** A column in which one person is not to be called, and another is. */
const columns: readonly (readonly [header: string, refused: string, other: string])[] = [
  ['DNC', 'Y', 'N'],
  ['DoNotCall', 'TRUE', 'FALSE'],
  ['Do Not Call', '1', '0'],
  ['do_not_contact', 'yes', ''],
  ['Phone Opt Out', 'true', 'false'],
  ['Opt-out', 'x', ''],
  ['Do not call', `asked for it on the phone ${'and once more '.repeat(20)}`, 'no'],
  ['Opt-out date', '2026-01-02', ''],
  ['Unsubscribed', 'true', 'false'],
  ['Bloctel', 'oui', 'non'],
  ['Ne pas appeler', 'X', ''],
  ['No llamar', 'Sí', 'No'],
  ['Não perturbe', 'Sim', 'Não'],
  ['Telefonsperre', '1', '0'],
  ['Robinson', 'Ja', 'Nein'],
  ['Не звонить', 'Да', 'Нет'],
  ['Consent', 'No', 'Yes'],
  ['Opt-In', '0', '1'],
  ['May we phone you about this?', 'No', 'Yes'],
  ['¿Autorizas que te llamemos?', 'No', 'Sí'],
  ["Acceptez-vous d'être rappelé(e) par téléphone ?", 'Non', 'Oui'],
  ['Souhaite être contacté', 'non', 'oui'],
  ['電話連絡を希望しますか', 'いいえ', 'はい'],
  ['是否愿意接受电话回访', '不愿意', '愿意'],
  ['Sizi arayabilir miyiz?', 'Hayır', 'Evet'],
  ['Felhívhatjuk Önt?', 'Nem', 'Igen'],
  ['Чи можна вам зателефонувати?', 'Ні', 'Так'],
  ['Smijemo li Vas nazvati?', 'Ne', 'Da'],
  ['क्या हम आपको कॉल कर सकते हैं?', 'नहीं', 'हाँ'],
  ['Happy to be contacted by telephone', 'No', 'Yes'],
  ['Widerruf am', '01.02.2024', ''],
  ['No consent', 'x', ''],
  ['Refus', 'oui', 'non'],
  ['Hat nicht zugestimmt', 'ja', 'nein'],
  ['Not consented', 'TRUE', 'FALSE'],
  ['Sans consentement', 'oui', 'non'],
  ['Kein Einverständnis', 'x', ''],
  ['Sin consentimiento', 'sí', 'no'],
  ['Brak zgody', 'tak', 'nie'],
  ['No marketing calls', '1', '0'],
  ['Permissions', 'email + SMS', 'email + phone'],
  ['Opted out of', 'calls', 'email'],
  ['Opt-outs', 'email; phone', 'email'],
  ['Consent status', 'Lapsed', 'Active'],
  ['deleted_at', '2024-01-01', ''],
  ['IsDeleted', 'true', 'false'],
  ['Supprimé', 'oui', 'non'],
  ['Bad number', 'yes', 'no'],
  ['Phone valid', 'no', 'yes'],
  ['Consent withdrawn', 'Yes', ''],
  ['Date retrait du consentement', '01/02/2024', ''],
  ['Consent (given/withdrawn)', 'withdrawn', 'given'],
  ['Consent (granted/refused)', 'refused', 'granted'],
  ['Consent expired', 'yes', 'no'],
  ['Consentement expiré', 'oui', 'non'],
  ['Einwilligung abgelaufen', 'ja', 'nein'],
  ['Consent denied', 'TRUE', 'FALSE'],
  ['Consent not given', 'x', ''],
  ['No consent', 'yes', ''],
  ['Sans consentement', 'oui', 'non'],
  ['Kein Einverständnis', 'ja', 'nein'],
  ['Consenso negato', 'sì', 'no'],
  ['同意なし', 'はい', 'いいえ'],
  ['Not callable', '1', '0'],
  ['Calls not allowed', 'yes', 'no'],
  ["Can't be called", 'yes', 'no'],
  ['No telemarketing', 'yes', 'no'],
  ['Opted in', 'no', 'yes'],
  ['Not opted in', 'yes', 'no'],
  ['Does not consent', 'yes', 'no'],
  ['Objected to calls', 'yes', 'no'],
  ['No/yes: consent', 'no', 'yes'],
  ['Can we call?', 'No', 'Yes'],
  ['OK to call', 'N', 'Y'],
  ['Legal basis for calling', 'Withdrawn', 'Consent'],
  ['Consentement appel', 'non', 'oui'],
  ['Einwilligung', 'nein', 'ja'],
  ['Autorizza contatto telefonico', 'no', 'sì'],
  ['Toestemming', 'nee', 'ja'],
  ['Samtykke', 'Nei', 'Ja'],
  ['Suostumus', 'ei', 'kyllä'],
  ['Zgoda na kontakt', 'NIE', 'TAK'],
  ['Souhlas', 'ne', 'ano'],
  ['Согласие', 'Нет', 'Да'],
  ['İzin', 'Hayır', 'Evet'],
  ['同意', '否', '是'],
  ['수신동의', 'N', 'Y'],
  ['הסכמה', 'לא', 'כן'],
  ['موافقة', 'لا', 'نعم'],
  ['Status', 'Do not call', 'Open'],
  ['Status', 'DNC', 'NEW'],
  ['Status', 'Deceased', 'Active'],
  ['Statut', 'Ne pas appeler', 'Client'],
  ['Estado', 'No llamar', 'Activo'],
  ['Bemerkung', 'Bitte nicht anrufen', 'nett'],
  ['Notes', 'please do not call', 'vip'],
  ['Tags', '"vip, do-not-call"', 'vip'],
  ['Free text', 'please do not call again', 'very kind'],
  ['Description', 'Bitte nicht mehr anrufen', 'Do it yourself'],
  ['Feedback client', 'ne plus appeler ce client', 'très content'],
  ['x', 'no quiere más llamadas', '12.5'],
  ['text', 'nie dzwonić więcej', 'miła rozmowa'],
  ['備考内容', '今後は電話しないでください', '担当者変更'],
  ['Accepts Marketing', 'no', 'yes'],
  ['Agree to be called', 'disagree', 'agree'],
  ['Permission level', 'None', 'Full'],
  ['Subscribed', 'false', 'true'],
  ['ok2call', '0', '1'],
  ['DND Voice', 'active', 'inactive'],
  ['consent_status', 'WITHDRAWN', 'GIVEN'],
  ['Privacy', 'Nega', 'Acconsente'],
  ['Anrufen?', 'Nein', 'Ja'],
  ['Rufsperre', 'ja', 'nein'],
  ['Werbung erlaubt', 'N', 'J'],
  ['Todesdatum', '01.01.2020', ''],
  ['Démarchage', 'refusé', 'accepté'],
  ['Opposé au démarchage', 'oui', 'non'],
  ['Refus de contact', 'oui', 'non'],
  ['Statut RGPD', 'Opposé', 'Consentant'],
  ['Autoriza contacto', 'NO', 'SI'],
  ['Autorización comercial', 'denegada', 'concedida'],
  ['Vuole essere richiamato', 'no', 'sì'],
  ['Aceita contato', 'não', 'sim'],
  ['Mag benaderd worden', 'nee', 'ja'],
  ['Får ringas', 'nej', 'ja'],
  ['Lze kontaktovat', 'ne', 'ano'],
  ['Date of death', '2020-01-01', ''],
  ['同意', 'なし', 'あり'],
  ['電話可', '不可', '可'],
  ['Consent', '2. No', '1. Yes'],
  ['Consent', '(0) No', '(1) Yes'],
  ['Consent', '0.0', '1.0'],
  ['Consent', "b'0'", "b'1'"],
  ['Consent', 'FAŁSZ', 'PRAWDA'],
  ['Consent', 'ЛОЖЬ', 'ИСТИНА'],
  ['Consent', 'ONWAAR', 'WAAR'],
  ['Consent', '☐', '☑'],
  ['Consent', '[ ]', '[x]'],
  ['Consent', '👎', '👍'],
  ['Consent', 'not given', 'given'],
  ['Consent', 'NOT_OPTED_IN', 'OPTED_IN'],
  ['Toestemming', 'niet gegeven', 'gegeven'],
  ['同意', '未同意', '同意済'],
  ['동의', '미동의', '동의'],
  ['DNC', '-1', '0'],
  ['DNC', '☑', '☐'],
  ['DNC', 'On list', 'Not on list'],
  ['DNC', 'Do not disturb', 'Not listed'],
  ['Bloctel', 'ne pas déranger', 'non inscrit'],
  ['No llamar', 'no molestar', 'no, gracias'],
  ['Telefonsperre', 'bitte nicht stören', 'nicht eingetragen'],
  ['DNC', 'Do not call', 'OK to call'],
  ['donotphone', 'Do Not Allow', 'Allow'],
  ['Deceased', 'Yes', 'No'],
  ['Date de décès', '02/01/2020', ''],
  ['Liste rouge', 'Oui', 'Non'],
  ['Kontakt erlaubt', 'nein', 'ja'],
  ['Ne souhaite pas être contacté', 'oui', 'non'],
  ['Bel-me-niet', 'ja', 'nee'],
  ['Puhelinmyyntikielto', 'kyllä', 'ei'],
  ['Чёрный список', 'да', 'нет'],
  ['לא להתקשר', 'כן', 'לא'],
  ['عدم الاتصال', 'نعم', 'لا'],
  ['架電禁止', '○', '×'],
  ['Không gọi', 'có', 'không'],
  ['Contact preference', 'Do not contact', 'Phone'],
  ['Disposition', 'DNC requested', 'Busy'],
  ['Disposition', 'Not interested - do not call back', 'They do not call back'],
  ['Notes', 'Hostile - never call back', 'we never call back'],
  ['Status', 'Removed by request', 'Removed from cart'],
  ['Status', 'Known litigator', 'Litigation support'],
  ['Status', 'Text only', 'Call only'],
  ['Status', 'Gesperrt', 'Offen'],
  ['Статус', 'Отписался', 'Не отвечает'],
  ['Notes', 'décédé en 2024', 'ok'],
  ['Notes', '電話しないでください', 'ok'],
];

listCases(
  'a person who is not to be called by a column of the list',
  columns.map(([header, refused, other]): ListCase => ({
    sentence: `is left out: ${header}, ${refused}`,
    list: [
      `Name,Phone,${header}`,
      `Ann,212-664-7601,${refused}`,
      `Bob,212-664-7602,${other}`,
      `Eve,212-664-7603,${other}\n`,
    ].join('\n'),
    region: 'US',
    expect: {
      called: ['+12126647602', '+12126647603'],
      excludedLines: [2],
      codes: ['revox.phone.optOut'],
    },
  })),
);

const phrases: readonly string[] = [
  'STOP',
  'Please remove me',
  'asked not to be called',
  'no volver a llamar',
  'ne veut plus être appelé',
  'möchte nicht angerufen werden',
  'non vuole essere chiamata',
  'wil niet gebeld worden',
  'text only',
  'WhatsApp only please',
  'nur WhatsApp',
  'SMS uniquement',
  'nicht vor Januar anrufen',
];

listCases(
  'a remark that refuses calls',
  phrases.map((remark): ListCase => ({
    sentence: `leaves its row out: ${remark}`,
    list: `Phone;Notes\n212-664-7601;${remark}\n212-664-7602;likes calls\n`,
    region: 'US',
    expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

listCases(
  'consent that is not given yet',
  ['pending', 'unknown', 'en attente', 'ausstehend', 'pendiente'].map((consent): ListCase => ({
    sentence: `is none: ${consent}`,
    list: `Phone;Consent\n212-664-7601;${consent}\n212-664-7602;yes\n`,
    region: 'US',
    expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

listCases(
  'a text that is no note on the person',
  ['Product description', 'Item text', 'Artikelbeschreibung'].map((header): ListCase => ({
    sentence: `refuses nothing: ${header}`,
    list: `Phone;${header}\n212-664-7601;please do not call sign\n212-664-7602;lamp\n`,
    region: 'US',
    expect: { called: ['+12126647601', '+12126647602'] },
  })),
);

listCases('a refusal in a row without a number in the called column', [
  {
    sentence: 'counts for the number in its other column',
    list: 'Phone,Mobile,DNC\n,+12126647601,yes\n+12126647601,,no\n+12126647602,,\n+12126647603,,\n',
    region: 'US',
    expect: { called: [], codes: ['revox.phone.refusedElsewhere'] },
  },
]);

const twice = [
  ['before the other row', '+12126647601,yes', '+12126647601,', 2, 4],
  ['behind the other row', '+12126647601,', '212-664-7601,yes', 4, 2],
] as const;

listCases(
  'a number that one row refuses and another row has',
  twice.map(([where, one, other, refusing, ready]): ListCase => ({
    sentence: `blocks the list: the refusal stands ${where}`,
    list: `Phone,DNC\n${one}\n+12126647602,\n${other}\n`,
    region: 'US',
    expect: {
      called: [],
      codes: ['revox.phone.refusedElsewhere'],
      says: [[refusing, new RegExp(`line ${ready}`)]],
    },
  })),
);

const orders: readonly (readonly [header: string, no: string, yes: string])[] = [
  ['To call', 'no', 'yes'],
  ['À appeler', 'non', 'oui'],
  ['A rappeler (oui/non)', 'non', 'oui'],
  ['Anzurufen', 'nein', 'ja'],
  ['Zu kontaktieren', 'Nein', 'Ja'],
  ['Para llamar', 'no', 'sí'],
  ['Da chiamare', 'no', 'sì'],
  ['Te bellen', 'nee', 'ja'],
  ['Do zadzwonienia', 'nie', 'tak'],
  ['Att ringa', 'nej', 'ja'],
  ['Soitettava', 'ei', 'kyllä'],
  ['Обзвон', 'нет', 'да'],
  ['要電話', 'いいえ', 'はい'],
  ['要联系', '否', '是'],
  ['Call Y/N', 'N', 'Y'],
  ['Include in campaign', 'FALSE', 'TRUE'],
  ['Include', '0', '1'],
  ['Skip', 'yes', 'no'],
  ['Ignorieren', 'x', ''],
  ['Do not include', 'yes', 'no'],
  ['Not in campaign', 'yes', 'no'],
  ['Not eligible for calls', 'TRUE', 'FALSE'],
  ['Ne pas inclure', 'oui', 'non'],
  ['Nicht einbeziehen', 'ja', 'nein'],
  ['No phone contact', 'yes', 'no'],
  ['跳过', '是', '否'],
  ['To call', '', 'x'],
  ['To call', '', 'yes'],
  ['À appeler', '', 'à faire'],
  ['Opt-in', '', '✓'],
  ['Consent', '', '1'],
  ['Einwilligung', '', 'TRUE'],
  ['同意', '', '○'],
  ['I agree to be contacted by phone', '', 'I agree to be contacted by phone'],
  ['Call?', '', 'checked'],
  ['A appeler', 'FAUX', 'VRAI'],
  ['架電', '×', '○'],
];

listCases(
  'a column in which the author of the list says whom to call',
  orders.map(([header, no, yes]): ListCase => ({
    sentence: `leaves the others out: ${header}, ${no === '' ? `empty beside ${yes}` : no}`,
    list: `Phone;${header}\n212-664-7601;${yes}\n212-664-7602;${no}\n212-664-7603;${yes}\n`,
    region: 'US',
    expect: {
      called: ['+12126647601', '+12126647603'],
      excludedLines: [3],
      codes: ['revox.phone.optOut'],
    },
  })),
);

listCases('ticks that begin far below the header', [
  {
    sentence: 'leave out the people above them',
    list: `Phone,To call\n${Array.from({ length: 300 }, (_, at) => `+1212664${7000 + at},\n`).join('')}+12126648601,x\n`,
    expect: { called: ['+12126648601'] },
  },
  {
    sentence: 'are missed in no short list without any',
    list: 'Phone,To call\n+12126647601,\n+12126647602,\n',
    expect: { called: ['+12126647601', '+12126647602'] },
  },
]);

listCases('a number that one row is to call and another is not', [
  {
    sentence: 'is called where that is an order of the author',
    list: 'Phone,To call\n+12126647601,\n+12126647601,x\n',
    expect: { called: ['+12126647601'], excludedLines: [2] },
  },
  {
    sentence: 'blocks the list where the person refused as well',
    list: 'Phone,To call,DNC\n+12126647601,no,yes\n+12126647601,yes,\n',
    expect: { called: [], codes: ['revox.phone.refusedElsewhere'] },
  },
]);

listCases('a column that says who was called before', [
  ...['Called', 'Already called?', 'Déjà appelé (oui/non)', 'Erledigt', '架電済み'].map(
    (header): ListCase => ({
      sentence: `is followed once it is renamed to Skip: ${header}`,
      list: `Phone,${header}\n+12126647601,yes\n+12126647602,no\n`,
      expect: {
        called: ['+12126647601', '+12126647602'],
        says: [[1, /says yes in some rows.*Rename it to Skip/]],
        codes: ['revox.phone.markedAsCalled'],
      },
    }),
  ),
]);

describe('a column that says that nobody was called before', () => {
  it('is not mentioned', async () => {
    const { problems } = await checkCallList('Phone,Called\n+12126647601,no\n+12126647602,\n', {});
    assert.deepEqual(problems, []);
  });
});

listCases(
  'a column of dates that a campaign does not compare with the day of its calls',
  [
    ['Consent expires', '2024-01-01'],
    ['Opt-in valid until', '2024-01-01'],
    ['Einwilligung gültig bis', '31.12.2020'],
    ['Consentement valable jusqu’au', '31/12/2020'],
    ['Call after', '2030-01-01'],
    ['À rappeler le', '01/01/2030'],
    ['Wiedervorlage am', '01.01.2030'],
  ].map(([header = '', date = '']): ListCase => ({
    sentence: `is pointed out: ${header}`,
    list: `Phone,${header}\n+12126647601,${date}\n+12126647602,${date}\n`,
    expect: {
      called: ['+12126647601', '+12126647602'],
      says: [[1, /does not (compare|wait for) these dates/]],
      codes: ['revox.phone.datesNotCompared'],
    },
  })),
);

listCases('a date below “Do not call before”', [
  {
    sentence: 'leaves its row out, so that nobody is told to delete it',
    list: 'Phone,Do not call before\n+12126647601,2030-01-01\n+12126647602,\n',
    expect: { called: ['+12126647602'], codes: ['revox.phone.optOut'] },
  },
]);

const questions: readonly (readonly [header: string, no: string, yes: string])[] = [
  ['May we contact you by phone at this number?', 'No', 'Yes'],
  ['Would you like to be called back at a later time?', 'no', 'yes'],
  ['May our agent call you about the date of your visit?', 'no', 'yes'],
  ['Pouvons-nous vous appeler à ce numéro ?', 'Non', 'Oui'],
  ['Dürfen wir Sie unter dieser Nummer anrufen', 'nein', 'ja'],
  ['¿Podemos llamarle a este número?', 'No', 'Sí'],
  ['Possiamo chiamarla a questo numero?', 'No', 'Sì'],
  ['Podemos ligar para este número?', 'Não', 'Sim'],
  ['Mogen wij u bellen op dit nummer?', 'Nee', 'Ja'],
  ['Czy możemy zadzwonić na ten numer?', 'Nie', 'Tak'],
  ['Får vi ringa dig på detta nummer?', 'Nej', 'Ja'],
  ['Можно ли звонить на этот номер?', 'Нет', 'Да'],
  ['この番号に電話してもよいですか', 'いいえ', 'はい'],
  ['可以拨打这个号码吗？', '否', '是'],
  ['이 번호로 전화해도 될까요?', '아니오', '예'],
  ['OK with robocalls', 'no', 'yes'],
  ['Phone follow-up wanted', 'no', 'yes'],
];

listCases(
  'a question whether to call that names a number or a time',
  questions.map(([header, no, yes]): ListCase => ({
    sentence: `leaves out who says no: ${header}`,
    list: `Phone;${header}\n+12126647601;${yes}\n+12126647602;${no}\n`,
    expect: { called: ['+12126647601'], excludedLines: [3], codes: ['revox.phone.optOut'] },
  })),
);

listCases('consent that some rows leave empty', [
  {
    sentence: 'is told once, on the header, and the rows are called',
    list: 'Phone,Consent\n+12126647601,yes\n+12126647602,\n+12126647603,\n',
    expect: {
      called: ['+12126647601', '+12126647602', '+12126647603'],
      says: [[1, /“Consent” is empty in some rows/]],
    },
  },
  {
    sentence: 'may have a column for each of its answers',
    list: 'Phone,May we call you?,\n+12126647601,Yes,\n+12126647602,,No\n',
    expect: { called: ['+12126647601'], excludedLines: [3] },
  },
  {
    sentence: 'is no answer where no row has one',
    list: 'Phone,Consent\n+12126647601,\n+12126647602,\n',
    expect: { called: ['+12126647601', '+12126647602'] },
  },
]);

const others: readonly (readonly [header: string, cell: string])[] = [
  ['Email Opt Out', 'true'],
  ['Newsletter consent', 'no'],
  ['Accepts SMS Marketing', 'no'],
  ['Status', 'No answer'],
  ['Notes', 'do not call before 9'],
  ['Notes', 'no'],
  ['Consent date', '2026-01-02'],
  ['Already called?', 'No'],
  ['Did you call us?', 'no'],
  ['Have you been called by us?', 'no'],
  ['Haben Sie uns angerufen?', 'nein'],
  ['Nous avez-vous appelé ?', 'non'],
  ['Contacted (yes/no)', 'no'],
  ['Rappelé (oui/non)', 'non'],
  ['When would you like to be called?', 'no preference'],
  ['Which day should we call?', 'no preference'],
  ['Second number to call', '-'],
  ['Calls to make', '0'],
  ['Included services', 'none'],
  ['Skip reason', 'none'],
  ['Joignable', 'non'],
  ['À rappeler le', '-'],
  ['是否已联系', '否'],
  ['Called?', 'No'],
  ['Déjà appelé ?', 'Non'],
  ['Phone verified', 'No'],
  ['Do Not Call', 'n/a'],
  ['DNC', 'not registered'],
  ['Disposition', 'DNC scrubbed'],
  ['Notes', 'call the widow because her husband is deceased'],
  ['SMS opt-in', '0.0'],
  ['Calls', '0'],
  ['Call count', '0'],
  ['Called before', 'no'],
  ['Call result', 'no answer'],
  ['Contact made', 'no'],
  ['Marketing source', 'none'],
  ['Can attend', 'no'],
  ['Wants brochure', 'no'],
  ['Privacy policy version', '0'],
  ['Phone verified', 'no'],
  ['Angerufen', 'nein'],
  ['Kontaktiert', 'nein'],
  ['Llamado', 'no'],
  ['Gebeld', 'nee'],
];

listCases(
  'what a column says of something else than calls',
  others.map(([header, cell]): ListCase => ({
    sentence: `leaves nobody out: ${header}, ${cell}`,
    list: `Name,Phone,${header}\nAnn,212-664-7601,${cell}\nBob,212-664-7602,x\n`,
    region: 'US',
    expect: { mayCall: ['+12126647601', '+12126647602'], variables: { 2: { Name: 'Ann' } } },
  })),
);

listCases('a column that is called', [
  {
    sentence: 'is no column of refusals, and numbers in one are no answer',
    list: 'Name,Do not call number,Phone\nAnn,212-664-7609,212-664-7601\n',
    region: 'US',
    expect: { phoneColumn: 'Phone', called: ['+12126647601'] },
  },
]);
