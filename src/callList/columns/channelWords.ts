import { vocabulary } from '../vocabulary.ts';

/** Ways to be reached that are no calls. */
export const otherChannels = vocabulary(
  `email emails mail mails mailing newsletter newsletters sms mms text texts post postal letter brief courrier fax push cookie cookies
  correo courriel posta rassylka рассылка почта пошта דואר איימייל بريد ایمیل ईमेल อีเมล`,
  `newsletter emailing mailing mailadres postadres epost eposta sahkopost электронн електронн 邮件 邮箱 電子郵件 郵箱 メール 메일 이메일 ηλεκτρονικ`,
);

/** Words for calls and the telephone. */
export const callWords = vocabulary(
  `call calls calling phone phones telephone tel telefon telefono telefone appel appels appeler anruf anrufe anrufen llamada llamadas llamar
  chiamata chiamate chiamare chamada ligar ligacao bellen telefonisch telefonica telefonico telefonique puhelin звонок звонки звонить
  電話 电话 전화 הטלפון هاتف`,
  `telefon telephon anruf`,
);
