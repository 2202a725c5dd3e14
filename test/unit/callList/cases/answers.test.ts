import { listCases, type ListCase } from './listCase.ts';

// What people write below a header that asks whether to call, in other words than yes and no.

/** Two people; the first has the answer, the second another one that says to call. */
function listOf(header: string, answer: string, other: string): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return `Phone,${cell(header)}\n+12126647601,${cell(answer)}\n+12126647602,${cell(other)}\n`;
}

const refusing: readonly (readonly [header: string, answer: string, other: string])[] = [
  ...['nope', 'Negative', 'NOK', 'KO', 'STOP', 'STOP received', 'not yet', 'none given', 'never asked'],
  ...[
    'disallowed',
    'Forbidden',
    'prohibited',
    'barred',
    'blocked',
    'inactive',
    'Disabled',
    'void',
    'cancelled',
  ],
  ...[
    'verboten',
    'gesperrt',
    'widersprochen',
    'ungültig',
    'interdit',
    'bloqué',
    'annulé',
    'prohibido',
    'vietato',
  ],
  ...[
    'verboden',
    'zakazane',
    'запрещено',
    'yasak',
    '禁止',
    '금지',
    'wrong number',
    'remove from list',
    'DNC',
  ],
  ...['chan eil', 'юк', '唔係', 'nedda', 'kāo', 'йўқ'],
  ...['Phone: no, email: yes', 'call:no;email:yes', '{"call":false}', 'Tel nein, Mail ja', 'phone=0'],
].map((answer) => ['Consent', answer, 'yes'] as const);

listCases(
  'an answer below a header that asks whether to call',
  [
    ...refusing,
    ['To call', 'skip', 'yes'] as const,
    ['Include', 'exclude', 'include'] as const,
    ['Callable', 'disconnected', 'yes'] as const,
    ['Phone valid', 'invalid', 'valid'] as const,
    ['Opt in/out', 'out', 'in'] as const,
    ['Do not call', 'never', 'no'] as const,
    ['Opt-outs', '{"call":true}', '{"call":false}'] as const,
  ].map(([header, answer, other]): ListCase => ({
    sentence: `leaves its row out: ${header}, ${answer}`,
    list: listOf(header, answer, other),
    expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

const allowing: readonly (readonly [header: string, answer: string])[] = [
  ['Consent', 'Phone: yes, SMS: no'],
  ['Consent', '{"call":true,"email":false}'],
  ['Consent', 'verbal'],
  ['Consent', 'ndiyo'],
  ['Consent', 'হ্যাঁ'],
  ['Consent', 'taip'],
  ['Consent', 'granted 2025'],
  ['Consent', 'Web form'],
  ['Consent', 'not required'],
  ['Consent', '2026-01-02'],
  ['Consent', 'https://example.org/consents/17'],
  ['Consent source', 'Trade fair'],
  ['Opted out', 'not opted out'],
  ['Opt-out', 'Opted in'],
  ['Skip', 'not yet'],
  ['Skip', "don't skip"],
  ['Skip', 'keep'],
  ['Exclude', 'include'],
  ['Do not call', 'may call'],
  ['Do not call', 'kann angerufen werden'],
  ['Do not call', 'aucune opposition'],
  ['Do not call', 'OK to call'],
];

listCases(
  'an answer that says to call',
  allowing.map(([header, answer]): ListCase => ({
    sentence: `lets its row be called, and is not pointed out: ${header}, ${answer}`,
    list: listOf(header, answer, header.startsWith('Consent') ? 'yes' : 'no'),
    expect: {
      called: ['+12126647601', '+12126647602'],
      withoutCodes: ['revox.phone.consentUnclear', 'revox.phone.optOut'],
    },
  })),
);

listCases('answers that say neither yes nor no', [
  {
    sentence: 'are named on the header, and their rows are called',
    list: 'Phone,Consent\n+12126647601,yes\n+12126647602,perhaps\n+12126647603,Perhaps\n+12126647604,bluebird\n',
    expect: {
      called: ['+12126647601', '+12126647602', '+12126647603', '+12126647604'],
      says: [[1, /“Consent” says “perhaps”, “bluebird” in some rows/]],
      codes: ['revox.phone.consentUnclear'],
    },
  },
]);

const orders: readonly (readonly [header: string, answer: string, other: string])[] = [
  ['Eligible', 'no', 'yes'],
  ['Ineligible', 'yes', 'no'],
  ['Eligibility', 'not eligible', 'eligible'],
  ['Remove', 'x', ''],
  ['To be deleted', 'yes', 'no'],
  ['À supprimer', 'x', ''],
  ['Löschen', 'ja', 'nein'],
  ['Eliminar', 'sí', 'no'],
  ['Excluir', 'sim', 'não'],
  ['Verwijderen', 'ja', 'nee'],
  ['Удалить', 'да', 'нет'],
  ['Cease and desist', 'yes', ''],
  ['Passed away', 'yes', 'no'],
  ['RIP', 'x', ''],
  ['Kontaktverbot', 'ja', 'nein'],
  ['連絡不可', 'はい', ''],
  ['Approved to call', 'no', 'yes'],
  ['Safe to dial', 'FALSE', 'TRUE'],
  ['Ready for calls', 'no', 'yes'],
  ['Callback requested', 'no', 'yes'],
  ['Phone OK', 'no', 'yes'],
  ['Action', 'remove', 'call'],
  ['Status', 'Excluded', 'open'],
  ['Segment', 'Exclude', 'Gold'],
  ['Contact me', 'No', 'Yes'],
  ['Deletion flag', 'X', ''],
  ['is_mobile_bad', 'true', 'false'],
  ['Requests no phone', 'Yes', 'No'],
  ['Removed at', '2025-01-01', ''],
  ['Status', 'Deleted', 'Active'],
  ['Status', 'Wykreślony', 'Aktywny'],
  ['Statut', 'Radié', 'Actif'],
  ['מסכים לשיחות', 'לא', 'כן'],
  ['Dead', 'yes', 'no'],
  ['Died', '2024', ''],
  ['Is alive', 'false', 'true'],
  ['Lebt', 'nein', 'ja'],
  ['donotphone', 'Do Not Allow', 'Allow'],
  ['Contact preference', 'Not by phone', 'Phone'],
  ['Preferred contact method', 'No phone', 'Email'],
  ['Best time to call', 'never', 'evening'],
  ['Meilleur moment', 'jamais', 'n/a'],
  ['Status', 'Blocked', 'New'],
  ['Notes', 'hates calls', 'likes calls'],
  ['Notes', 'asked to be left alone', 'asked to be called'],
];

listCases(
  'a column that says whom to leave out',
  orders.map(([header, answer, other]): ListCase => ({
    sentence: `is followed: ${header}, ${answer}`,
    list: listOf(header, answer, other),
    expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

const reasons: readonly (readonly [header: string, cell: string, sentence: RegExp])[] = [
  ['Not interested', 'yes', /Rename it to Skip/],
  ['No longer interested', 'x', /Rename it to Skip/],
  ['Kein Interesse', 'ja', /Rename it to Skip/],
  ['Interested?', 'no', /Rename it to To call/],
  ['Intéressé', 'non', /Rename it to To call/],
  ['Unreachable', 'yes', /Rename it to Skip/],
  ['Joignable', 'non', /Rename it to To call/],
  ['By phone', 'no', /Rename it to To call/],
  ['Status', 'Not interested', /says “Not interested” in some rows/],
  ['Stato', 'Non interessato', /says “Non interessato” in some rows/],
];

listCases(
  'a reason not to call that refuses no calls',
  reasons.map(([header, cell, sentence]): ListCase => ({
    sentence: `is pointed out, and its rows are called: ${header}, ${cell}`,
    list: listOf(header, cell, ''),
    expect: {
      called: ['+12126647601', '+12126647602'],
      says: [[1, sentence]],
      codes: ['revox.phone.reasonNotToCall'],
    },
  })),
);

listCases('a status that says “Called”', [
  {
    sentence: 'is pointed out, as these people would be called again',
    list: listOf('Status', 'Called', 'New'),
    expect: {
      called: ['+12126647601', '+12126647602'],
      says: [[1, /“Status” says “Called” in some rows/]],
      codes: ['revox.phone.markedAsCalled'],
    },
  },
]);

listCases('a word of these columns elsewhere', [
  ...[
    ['Interest rate', 'none'],
    ['Interested in', 'no'],
    ['Eligible amount', '0'],
    ['Remove background noise', 'yes'],
    ['Delete after', '2030'],
    ['Action taken', 'none'],
    ['Next action', 'none'],
    ['Ready', 'no'],
    ['Card blocked', 'yes'],
    ['Exclude tax', 'yes'],
    ['Bounced', 'yes'],
    ['Photo consent', 'no'],
    ['WhatsApp opt-in', 'no'],
    ['Loyalty opt-in', 'no'],
    ['Do not allow Bulk Emails', 'Do Not Allow'],
    ['Dead lead', 'yes'],
    ['Alive since', 'no'],
    ['Contact preference', 'Email'],
    ['Best time to call', 'not before 10'],
    ['Nickname', 'Skip'],
  ].map(([header = '', cell = '']): ListCase => ({
    sentence: `leaves nobody out: ${header}, ${cell}`,
    list: listOf(header, cell, 'x'),
    expect: { called: ['+12126647601', '+12126647602'] },
  })),
  {
    sentence: 'is a name: Tod, Skip',
    list: 'Phone,Name\n+12126647601,Thaddeus (Tod) Smith\n+12126647602,"SMITH, TOD"\n+12126647603,Skip Jones\n',
    expect: { called: ['+12126647601', '+12126647602', '+12126647603'] },
  },
]);

// Headers of CRM programs in their own translations: EspoCRM, SugarCRM, vtiger CRM.
const crmHeaders: readonly string[] = [
  ...[
    'Anrufe unerwünscht',
    'Μην κληθεί',
    'Ikke forstyrr!',
    'Arama Yapma',
    '不要电联',
    '不要通話',
    '切勿通話：',
  ],
  ...[
    '谢绝来电：',
    '不推荐电话',
    'Recusa Chamada',
    'Não fazer chamada',
    'Apel interzis',
    'Nem szabad felhívni',
  ],
  ...['Να μη γίνει Κλήση', 'Mos lajmëroheni', 'ไม่ติดต่อ', '발신 제한됨', 'לא לצלצל', 'Tel. İle Aramayın'],
  ...['Да не бъде търсен по телефон', 'Telefonnummer er afmeldt', 'Telefonní číslo je odhlášené'],
  ...['Telefonnummeret er avmeldt', 'Telefoonnummer is niet-aangemeld', 'Numer telefonu został wypisany'],
  ...['O número de telefone está desativado', 'Le numéro de téléphone est désactivé', '电话号码已退订'],
  ...['Telefonska številka je onemogočena', 'Tālruņa numurs ir izslēgts', 'Telefono numeris negalioja'],
  ...['Il Numero di Telefono non è valido', 'El número de teléfono no es válido', '電話番号が無効です'],
  ...[
    'Номер телефона недействителен',
    'Номер телефону не бере участі в дзвінках',
    '電話番号はオプトアウトされています',
  ],
  ...[
    'Telefon Numarası Devre Dışı Bırakıldı',
    'Ο αριθμός τηλεφώνου είναι μη έγκυρος',
    'تم إلغاء الاشتراك في رقم الهاتف',
  ],
  ...['Phone Blacklisted', 'Telefon na czarnej liście', 'Puhelin mustalla listalla', '電話ブラックリスト'],
];

listCases(
  'a header that a CRM program gives to refused or wrong numbers',
  crmHeaders.map((header): ListCase => ({
    sentence: `leaves out whoever it is ticked for: ${header}`,
    list: listOf(header, '1', '0'),
    expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

const crmOthers: readonly (readonly [header: string, cell: string])[] = [
  ...[
    'E-postadressen er ugyldig',
    'E-mailadres is ongeldig',
    'E-postadress har opted-out',
    'Eposta Adresi Yanlış',
  ],
  ...[
    'Неверный электронный адрес',
    'דואר Opt Out',
    'Virheellinen sähköposti',
    '이메일 수신거부',
    'Phone valid',
  ],
  ...['Telefon gültig', 'Έγκυρο τηλέφωνο', 'رقم الهاتف صالح', 'Phone active'],
].map((header) => [header, '1'] as const);

listCases(
  'a header of e-mail, or of good numbers',
  crmOthers.map(([header, cell]): ListCase => ({
    sentence: `leaves nobody out who is ticked: ${header}`,
    list: listOf(header, cell, cell),
    expect: { called: ['+12126647601', '+12126647602'] },
  })),
);

// Texts of forms, which an export has above the answers, of more than 120 characters.
const consentTexts: readonly (readonly [text: string, refused: string, other: string])[] = [
  [
    'By ticking this box I agree that Example Ltd and its partners may contact me by telephone, including with artificial or prerecorded voice, at the number I provided above, even if it is on a do-not-call list.',
    'No',
    'Yes',
  ],
  [
    'I consent to be contacted by phone, text message, or email about my enquiry, including by automated dialing technology. Consent is not a condition of any purchase.',
    'FALSE',
    'TRUE',
  ],
  [
    'Please tick if you do NOT want to be contacted by telephone by Example or by carefully selected partners about products and services that may be of interest to you.',
    'x',
    '',
  ],
  [
    'Tick here to opt out of telephone calls from Example Limited about similar products and services that we think may be of interest to you in the coming months.',
    'x',
    '',
  ],
  [
    'I have no objection to being called by Example Limited about similar products and services that we think may be of interest to me in the coming months, or later on.',
    'no',
    'yes',
  ],
  [
    'Ich willige nicht ein, dass die Beispiel GmbH mich telefonisch zu Produkten, Dienstleistungen und Veranstaltungen kontaktiert, die für mich interessant sein könnten.',
    'ja',
    'nein',
  ],
  [
    'Ich bin damit einverstanden, dass mich die Beispiel GmbH zum Zwecke der Werbung unter der angegebenen Telefonnummer anruft. Die Einwilligung kann jederzeit widerrufen werden.',
    'Nein',
    'Ja',
  ],
  [
    "En soumettant ce formulaire, j'accepte d'être contacté par téléphone par un conseiller de la société Exemple au sujet de ma demande d'information sur les panneaux solaires.",
    'non',
    'oui',
  ],
  [
    'Cochez cette case si vous ne souhaitez pas être contacté par téléphone par notre société ou par ses partenaires soigneusement sélectionnés pour des offres commerciales.',
    'x',
    '',
  ],
  [
    'Autorizo a la empresa Ejemplo S.A. a que me llame al teléfono indicado para informarme de sus productos y servicios, de acuerdo con la política de privacidad publicada.',
    'No',
    'Sí',
  ],
  [
    'Would you like one of our advisers to telephone you in the next few days in order to talk about the offer that is described in the letter that you have received?',
    'no',
    'yes',
  ],
  [
    'Would you like us to call you back about this offer, on the number that you have given above (we will ring between nine and five only, and never at weekends)?',
    'no',
    'yes',
  ],
  [
    'We may wish to telephone you about our products. If you would rather we did not, please tick the box on the right of this text and send the form back to us by the end of May.',
    'x',
    '',
  ],
  [
    'Under no circumstances may Example or any of its subsidiaries, agents or partners call me on the numbers given in this form for marketing or for market research purposes.',
    'x',
    '',
  ],
  [
    'Can we keep in touch with you by phone about how your gift is helping people and about other ways in which you could help us in future, for example by a regular gift?',
    'no',
    'yes',
  ],
  [
    'Dürfen wir Sie zu weiteren interessanten Angeboten rund um Strom, Gas und Photovoltaik sowie zu Neuigkeiten aus unserem Haus auch unter Ihrer Rufnummer anrufen?',
    'nein',
    'ja',
  ],
  [
    "Souhaitez-vous qu'un conseiller vous rappelle dans les prochains jours afin de parler de l'offre qui est décrite dans le courrier que vous avez reçu de notre part ?",
    'non',
    'oui',
  ],
  [
    'Я не хочу, чтобы компания «Пример» или её партнёры звонили мне по телефону с предложениями похожих товаров и услуг, даже если я указал свой номер в этой анкете ранее.',
    'да',
    'нет',
  ],
];

listCases(
  'the text of a form above its answers',
  consentTexts.map(([text, refused, other]): ListCase => ({
    sentence: `leaves out who refuses: ${text.slice(0, 60)}…`,
    list: listOf(text, refused, other),
    expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

const otherTexts: readonly string[] = [
  'I agree that Example may store my phone number in order to send me a message by SMS when my parcel is ready to be collected at the shop that I have chosen above.',
  'Did our engineer call you before the visit to tell you at what time he would be there, and did he not leave before everything was working to your full satisfaction?',
  'I have read and accept the terms and conditions, the privacy policy and the cookie policy of this website, including the rules on the processing of my personal data.',
  'Do you agree that we record this call for training purposes? Our agent has read the text about the recording of calls to you at the beginning of the conversation.',
];

listCases(
  'the text of a form that is not about calls to come',
  otherTexts.map((text): ListCase => ({
    sentence: `leaves nobody out: ${text.slice(0, 60)}…`,
    list: listOf(text, 'no', 'yes'),
    expect: { called: ['+12126647601', '+12126647602'] },
  })),
);

// A header of consent that says how to withdraw it is no header of a withdrawal.
const revocable: readonly (readonly [header: string, refused: string, other: string])[] = [
  ['I agree to calls. I can withdraw my consent at any time.', 'no', 'yes'],
  ['I agree to be called (consent can be withdrawn at any time)', 'no', 'yes'],
  ['Ich stimme Anrufen zu. Widerruf jederzeit möglich.', 'nein', 'ja'],
  ['Einwilligung Telefon (jederzeit widerrufbar)', 'nein', 'ja'],
  ["J'accepte les appels. Retrait du consentement possible à tout moment.", 'non', 'oui'],
  ['Acepto llamadas; puedo revocar el consentimiento en cualquier momento', 'no', 'sí'],
  ['Consent to calls (can be revoked)', 'no', 'yes'],
  ['May we call you? You can opt out at any time.', 'no', 'yes'],
  ['同意电话联系（可随时撤回）', '否', '是'],
  ['電話連絡に同意する（いつでも撤回可能）', 'いいえ', 'はい'],
  ['전화 수신 동의 (언제든지 철회 가능)', '아니오', '예'],
  ['Consent withdrawn on', '2026-01-02', ''],
  ['I withdraw my consent to calls.', 'yes', 'no'],
  ['I no longer agree to calls', 'yes', 'no'],
  ['Consent not withdrawn', 'no', 'yes'],
  ['Consent until revoked', 'no', 'yes'],
  ['No restriction on calls', 'no', 'yes'],
  ['No callback', 'yes', 'no'],
  ['Einwilligung nicht widerrufen', 'nein', 'ja'],
  ['Consentement non retiré', 'non', 'oui'],
  ['Does not object to calls', 'no', 'yes'],
  ['No objections to being contacted by phone', 'no', 'yes'],
  ['I do not mind being called', 'no', 'yes'],
  ['No se opone a recibir llamadas', 'no', 'sí'],
  ['Keine Einwände gegen Anrufe', 'nein', 'ja'],
  ['Objects to calls', 'yes', 'no'],
  ['No mail, objects to calls', 'yes', 'no'],
  ['DNC not expired', 'yes', 'no'],
];

listCases(
  'a header of consent that can be withdrawn',
  revocable.map(([header, refused, other]): ListCase => ({
    sentence: `leaves out who refuses: ${header}`,
    list: listOf(header, refused, other),
    expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

const registers: readonly (readonly [header: string, refused: string, other: string])[] = [
  ['Not on DNC list', 'no', 'yes'],
  ['Not opted out', 'no', 'yes'],
  ['Not blacklisted', 'false', 'true'],
  ['Nicht gesperrt', 'nein', 'ja'],
  ['Not deceased', 'no', 'yes'],
  ['DNC cleared', 'no', 'yes'],
  ['DNC checked', 'match', '2026-01-02'],
  ['TPS check date', 'Registered', '01/02/2026'],
  ['Bloctel vérifié', 'Inscrit', 'oui'],
  ['Suppression check', 'failed', 'passed'],
  ['No llamar, no molestar', 'sí', 'no'],
  ['No calls - deceased', 'x', ''],
];

listCases(
  'a header about a register or its check',
  registers.map(([header, refused, other]): ListCase => ({
    sentence: `leaves out who is on it: ${header}, ${refused}`,
    list: listOf(header, refused, other),
    expect: { called: ['+12126647602'], excludedLines: [2], codes: ['revox.phone.optOut'] },
  })),
);

listCases(
  'a column beside opt-outs that is none',
  [
    ['DNC scrubbed', 'Y'],
    ['DNC checked on', '2026-01-02'],
    ['Opt-out checked', 'yes'],
    ['Unsubscribe link', 'https://example.org/u/1'],
    ['Opt-out token', 'a1b2c3'],
  ].map(([header = '', cell = '']): ListCase => ({
    sentence: `leaves nobody out: ${header}`,
    list: listOf(header, cell, cell),
    expect: { called: ['+12126647601', '+12126647602'] },
  })),
);
