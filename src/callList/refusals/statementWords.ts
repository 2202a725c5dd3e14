import { phraseList, vocabulary } from '../vocabulary.ts';

/**
 * Kinds of words by which a note states that calls are refused. Each list holds the words of every language
 * that is known here: a note is in one language, and which one is not detected.
 */
export const statementWords = {
  /** Nouns for more than one call: `call refused` is said of a single one that was not accepted. */
  calls: vocabulary(
    `zvanje zvanja apelarea apelari hovory rozhovory rozmow позиве позива مكالمات اتصالات שיחות zvaniem skambuciai muugikoned muugikonesid apelurile telefoane telefoanele обаждания повици klice kõned kõnesid pozivi polaczenia calls phonecalls telemarketing anrufe werbeanrufe telefonate appels demarchage prospection llamadas
      chiamate chamadas ligacoes telefonemas contactos telefoontjes oproepen polaczen polaczenia telefonow
      samtal telefonsamtal opkald anrop oppringninger puheluita puhelut soittoja hovory hovoru hovorov
      volani volania hivast hivasok apeluri apelurile звонки звонков звонок дзвінки дзвінків aramalar
      aramalari pozive klicev skambuciu zvanus konesid telefonata κλησεις robocalls soliciting
      solicitation`,
    'telefonat разговор звонк дзвінк обажд klicanj τηλεφωνημ konede skambuc hivasok simtal simtol puhelinmarkkino telefonforsalj telefonsalg telefonmarkedsforing muugikone telefonarusitas telefonwerbung reklamsamtal',
  ),
  /** A noun in one case and otherwise a verb. */
  callsInGerman: vocabulary('anrufen werbeanrufen'),
  /** Nouns for one call, for contact, or for advertising. */
  contact: vocabulary(
    `apel apelul call phonecall contact contacts anruf werbeanruf kontakt kontakte kontaktaufnahme telefonkontakt
      appel llamada contacto chiamata contatto chamada ligacao contato telefoontje oproep werbung
      werbeanrufe marketing telemarketing advertising publicidad pubblicita publicidade reclame reklame
      reklam reklama reklamy demarchage kontakty kontaktu samtal opkald anrop kontakter telefonie общения
      yhteydenotto yhteydenotot yhteydenottoja`,
    'komunik επικοινων общени telefonkontakt kontaktaufnahme',
  ),
  /** Verbs for calling and contacting. */
  callVerbs: vocabulary(
    `zvanit skambinti helistada call calling phoning contact contacting anrufen anzurufen kontaktieren appeler rappeler contacter
      llamar contactar chiamare contattare telefonare ligar contatar bellen dzwonic kontaktowac ringa
      ringe kontakta kontakte soittaa volat kontaktovat hivni sunat suna звонить дзвонити aramak zvati
      klicati звонил звонили дзвонили`,
    'телефонув звонить дзвонит klicat contact kontakt sollicit demarch benader molest',
  ),
  /** Said of calls that somebody does not allow. */
  prohibited: vocabulary(
    `slippa slipper zakazal zakazala zakazuje keelab odbija odbio odbila одбија одбио одбила undanber undanbett undanbad keeldub keeldus atsisako atsisake atsakas atteicas refuza reserverat reservert reserverer يرفض رفض ترفض מסרב מסרבת nenori odbija odbio odbila отказва отказа nadmital nepristaje aizliedzis nepreje nezada zakaz zakazane interdiction prohibicion divieto proibicao запрет запрещено заборонено forbidden
      prohibited banned unwanted unwelcome refused refuses declined declines rejected rejects untersagt
      untersagte verboten unerwunscht verbeten verbittet lehnt lehnte abgelehnt verweigert verweigerte
      interdit interdits indesirable indesirables refuse refusee prohibidas rechaza rechazo rechazadas
      vietate rifiuta rifiutate rifiutato sgradite proibidas proibiu recusa recusou recusadas indesejadas
      verboden ongewenst geweigerd weigert zabronione zabronil zabronila niechciane odmawia odmowil
      odmowila zakazal zakazala odmita odmitl odmitla odmietol undanbedes sparrad sparrat sparrade
      oonskade ubonsket frabeder frabedt uonsket kielletty kieltanyt kielsi letiltotta tiltott
      visszautasitotta refuza refuzat interzise запретил запретила запрещены отказался отказалась
      заборонив заборонила istemiyor yasak zabranjeni zabranio zabranila absehen unterlassen undanbeder`,
    'odmiet odmit odmawi запрет запрещ забран заборон αρνειτ αρνηθ aizlied uzdraud prepoved interzi keeldu yasak vyprosil',
  ),
  /** The same, said of calls or of contact as such and not of the last call. */
  unwanted: vocabulary(
    `undanbett zabranila zakazal zakazala zakazuje zabranio zabranila prepovedal prepovedala refuza يرفض ترفض undanber odmita odmieta odmawia odmowil odmowila odbija nezada отказва nesouhlasi zakaz zakazane interdiction prohibicion divieto proibicao запрет запрещено заборонено forbidden
      prohibited banned unwanted unwelcome untersagt untersagte verboten unerwunscht verbeten verbittet
      lehnt interdit indesirable refuse refuses refusa rechaza prohibida prohibido vietato vietata rifiuta
      proibido proibida recusa verboden ongewenst weigert zabroniony odmawia ubonsket oonskad oonskat
      uonsket kielletty istemiyor yasak ban refus gesperrt undanbeder frabeder отказался отказалась
      kieltanyt kielsi`,
    'odmiet aizlied interzis αρνειτ заборон забран',
  ),
  /** Nouns for consent. */
  consents: vocabulary(
    'izni izin onay onayi съгласието dpa permission permissions erlaubnis permiso permissao zgoda zgody zgode zgod',
    `сагласност пристанак consimt privol suglasn soglasj samthykk הסכמ موافق persetuju सहमति onayin iznin rizasin consent einwillig einverstandnis zustimmung consens consentim toestemming souhlas suhlas samtyk
      samtyck suostumu nousolek sutikim piekris hozzajarul beleegyez pristanak saglasnost съгласи согласи
      згод συγκαταθ`,
  ),
  /** Said of consent that was given, or is not there. */
  withdrawn: vocabulary(
    `odmowila опозвао опозвала повукао повукла umakne umaknil umaknila ανακαλεσε ανακαλει cabut vottis tagasivotnud
      atsauke atsaukta retirat teruggetrek teruggetrokken سحب الغي משך משכה ביטל ביטלה menarik mencabut
      dicabut ditarik cekti वापस afturkalladi afturkallad povukla preklical uklonil оттегли оттеглил
      оттеглила opozvao opozvala povucen atsauca atsauce atsaukis
      missing expired fehlt fehlend fehlende abgelaufen manque manquant expiree falta faltante manca
      mancante ontbreekt verlopen puuttuu hianyzik chybi saknas mangler withdrawn withdrew withdraws revogo revoco
      withdrawal revoked revokes revoke revoking refused refuses declined denied rescinded widerrufen
      widerrief widerruft widerruf entzogen zuruckgezogen verweigert abgelehnt retire retiree retrait
      retirer revoque revoquee revocation refuse retira retiro retirado revoca revoco revocado revocada
      denegado revocato revocata ritirato ritirata negato retirou revogou revogado revogada negou
      ingetrokken trekt introk geweigerd wycofal wycofala wycofana wycofano wycofuje cofnal cofnela
      cofnieta odmowil odvolal odvolala odvolan odvolany neudelil neudelila trukket tilbagekaldt
      tilbagetrukket aterkallat aterkallade peruttu perunut peruuttanut visszavonta visszavonva retras
      retrasa отозвано отозвал отозвала отказ відкликав відкликала geri cekti povukao povukla preklical
      preklicala odmitl odmitla odmietol odmietla`,
  ),
  /** Nouns and verbs of an objection. */
  objections: vocabulary(
    `против проти
      objection objects objected objecting opposition oppose opposee opposes widerspreche widerspruch widersprochen
      widerspricht widersprach einspruch oposicion opone opuso opposizione opposto opposta oposicao opoe
      opos bezwaar sprzeciw sprzeciwia namitka namietka namitky tiltakozik innsigelse indsigelse
      unsubscribed optedout afgemeld abgemeldet desabonne desabonnee desinscrit desinscrite uitgeschreven oppongo opongo oponho oppone
      wypisany wypisal odhlasen avregistrerad avmeldt frameldt`,
  ),
  /** What an objection to calls is about. */
  aboutCalls: vocabulary(
    `звонков звонка дзвінків дзвінка общения обзвона
      nutzung utilisation uso daten donnees datos dados dati call calls called calling phone phones telephone telephonique telefon telefono telefone telefonico
      telefonica telefonicas telefonische telefoon telemarketing anruf anrufe anrufen appel appels appele
      appelee demarchage prospection llamada llamadas chiamata chiamate chamada chamadas ligacoes bellen
      marketing contact contacts contacte kontakt kontakte publicidad comercial pubblicita commerciale
      publicidade reclame reklama reklame reklam marketingowe marketingu gdpr dsgvo rgpd lgpd avg rodo
      trattamento tratamento tratamiento traitement verarbeitung przetwarzania przetwarzanie`,
    'werb marketing telefon',
  ),
  /** Verbs and nouns of removing. */
  removal: vocabulary(
    `tekinn tekin strykas stryk dzest pois বাদ wykreslenie wykresl skasowac skasowanie skasujcie vymaz vymazte smazte
      odstrante vyskrtnout vyskrtnete torlest torolni sters stearsa stergeti scoateti scos हटा हटाएं
      हटाओ हटाइए डिलीट निकाल মুছে মুছুন সরিয়ে ডিলিট ہٹا ہٹائیں ڈیلیٹ நீக்கவும் நீக்குங்கள் తొలగించండి
      తీసేయండి buang padam dipadam tanggalin alisin burahin slettet raderas radera raderad borremos
      elimineme dzesiet istrinkite pasalinkite eyda fjarlaegja hiqeni hiqni fshini წაშალეთ წაშლა ამოიღეთ
      ջնջել հեռացնել өшіріңіз өшіру ochiring устгах хасах kendu ezabatu treure tregui esborreu vymazanie
      vymazani odstranit odstraneni odstranenie vyradit toroljek torles torleset toroltesse kivenni
      toroljuk stergerea stergere изтрие изтрийте изтриване премахнете премахване заличаване brisanje
      obrisite izbrisite izbris uklonite uklanjanje διαγραφει αφαιρεσει αφαιρεστε διαγραψετε silinmek
      silinmesini silinmesi cikarin cikarilmak cikarilsin حذف ازاله شطب امسحوا احذفوا תמחקו למחוק תסירו
      להסיר הסרה מחיקה לימחק hapus dihapus menghapus hapuskan keluarkan poistamaan poistetaan poistakaa
      eemaldada eemaldamist eemalda eemaldage kustutada kustutage kustutamist izdzest dzesanu pasalintas
      pasalinta pasalinti istrinti verwyder ondoa futa kufutwa esborrar eliminar حذفه izbrisan obrisan
      retiren levatemi cancelliate retirez enlevez supprimez rayez effacez radiez elimine eliminen borre borren togliete cancellate
      rimuova rimuovete remova removam exclua excluam apague apaguem
      remove removed removal erase erased delete deleted deletion unlist streichen gestrichen loschen
      geloscht loschung entfernen entfernt nehmen austragen retirer retire retiree supprimer suppression
      enlever radier effacer quitar eliminar borrar suprimir togliere cancellare rimuovere eliminare
      cancellazione remover retirar apagar halen verwijderen schrappen usunac usuniecie skreslic wykreslic
      bort fjernes fjern slettes slett slette slet poista poistettava vymazat smazat odstranit torolni
      torolje toroljek stergeti sterge eliminati удалить удалите исключить видалити видаліть izbrisati
      obrisati silin silinsin διαγραφη διαγραψτε effacement`,
    'pakitanggal pakialis matanggal ამოღ نکال hiqet largoh ondole cikaril dibuang strykas vyraz eliminar usuni wykresl vymaz vyrad odstran vyskrt torles torol sterger izbris obris brisanj изтри премахн залич удалит удалени исключи вычеркн видали вилучи брисањ обриш избриш διαγραφ αφαιρ silin ازال شطب מחיק למחוק להסיר הסרה hapus poista poisto eemald kustuta izdze istrin pasalin fjarlaeg slettet esborr ezabat verwyder futwe হটা মুছ हटा நீக்க తొలగ ഒഴിവാക്ക ತೆಗೆದು ਹਟਾ કાઢી წაშალ ջնջ өшір хасах',
  ),
  /** What the data of a person is in. */
  records: vocabulary(
    `νουμερο τηλεφωνο номера registret date podaci broj broja базе података numerid numerinu namba তালিকা λιστας udaju udajov
      обзвона обзвон numarami numaramin numarasini numarasinin شماره ليست اطلاعات नंबर नम्बर सूची लिस्ट
      डेटा নম্বর نمبر فہرست لسٹ எண்ணை எண் பட்டியலில் నంబర్ నంబరు జాబితా nombor senarai listahan numerong
      registeret uppgifter numbrit skra skranni numer numrin ნომერი სიიდან ბაზიდან համարը ցանկից nomremi
      siyahidan нөмірімді тізімнен raqamimni дугаар жагсаалтаас zerrendatik zenbakia llista
      kundenregister baze bazi popisu databazy databaze adatbazisbol listankrol nyilvantartasbol
      nyilvantartasunkbol adataimat adatainak datelor datele базата списъка данните evidencije popisa
      seznama λιστα λιστες μητρωο βαση στοιχεια listenizden kayitlardan kayitlarinizdan verilerimin
      numaram قائمه القائمه قائمتكم رقمه رقمها رقمي بياناته بياناتي מהרשימה רשימה מהמאגר מהמערכת הפרטים
      המספר nomornya nomor daftar numeronsa numeroni tietonsa tiedot yhteystiedot rekisterista
      nimekirjast andmebaasist andmed numbri datubazes saraksta numuru saraso duomenu numeri lys
      databasis orodha numerot listan
      anrufliste telefonliste list lists database databases data records record crm number file liste listen verteiler verteilern
      daten datei kartei datenbank kundendaten rufnummer telefonnummer handynummer mobilnummer nominativo nummer fiche fichier fichiers listes donnees base
      coordonnees lista listas datos registro numero elenco dati dados cadastro lijst bestand gegevens
      listy bazy dane danych numer listan registret databasen listalta tiedot databaze databazy seznamu
      udaje listarol adatbazisbol adatait listei baza date базы базу список списка данные номер бази дані
      listeden λιστα`,
    'orodh numero ցուցակ листат databa adatbaz nyilvantart listar evidenc seznam zoznam podatk podatak udaj registr kayitlar veritaban listede duomen saras datubaz andmebaas nimekir rekister soittolist στοιχει',
  ),
  /** Names of laws about personal data. */
  privacy: vocabulary(
    `kvkk фз gdpr dsgvo rgpd lgpd avg rodo popia pdpa ccpa art article artikel articulo articolo artigo privacy
      datenschutz`,
  ),
  /** Rights of these laws. */
  erasure: vocabulary(
    `erasure deletion delete erase removal loschung loschen widerspruch widersprochen suppression
      effacement opposition oubli supresion olvido oposicion cancellazione oblio opposizione apagamento
      esquecimento oposicao verwijdering vergetelheid bezwaar usuniecie sprzeciw objection objects opt`,
    'torles silin stergere izbris usuni vymaz',
  ),
  /** Said of somebody who is on no list any more. */
  unsubscribed: vocabulary(
    `unsubscribed desinscrit desinscrite desabonne desabonnee abgemeldet afgemeld uitgeschreven wypisany
      wypisana optout optedout`,
  ),
  /** With these a note is about mail or messages. */
  otherChannels: vocabulary(
    `newsletter newsletters email emails mail mails mailing sms post letters facebook whatsapp infolettre
      nieuwsbrief boletin`,
  ),
  /** Before or after another way to be reached, these exclude calls. */
  only: vocabulary(
    `only nur ausschliesslich uniquement seulement exclusivement solo solamente unicamente exclusivamente soltanto esclusivamente somente apenas
      alleen enkel uitsluitend tylko wylacznie endast enbart kun vain ainoastaan pouze jen iba csak doar numai только лише samo`,
  ),
  /** Ways to be reached in writing. */
  inWriting: vocabulary(
    `sms mms text texts texting message messages messaging whatsapp telegram viber imessage nachricht nachrichten
      mensaje mensajes messaggi messaggio mensagem mensagens bericht berichten mail email emails mails mailem mailowo mejlem mejl epost sahkoposti post letter letters writing written schriftlich brief postalisch courrier ecrit
      correo escrito carta posta iscritto lettera escrito schriftelijk pisemnie listownie skriftligt skriftlig kirjallisesti pisemne irasban scris письменно почте почту`,
  ),
  /** Names of calls, in any language. */
  byPhone: vocabulary(
    'call calls mobile handy anruf anrufe anrufen appel appeler bellen llamar chiamare ligar ring',
    'phone telef mobil',
  ),
  /** With these consent is there after all. */
  still: vocabulary('not nicht pas non no nie niet renewed erneuert again wieder erteilt'),
  /** With these there is no objection. */
  unobjected: vocabulary(
    `не no not non keine kein nicht pas aucune sin sans senza geen inga ingen ikke inte brak bez newsletter
      newsletters email emails mail mails sms post`,
  ),
  /** Right before a noun for consent, these say that there is none. */
  without: vocabulary(
    `no not nicht non ne nao niet nie не without lacks lacking keine kein ohne pas aucun sans sin ningun
      senza nessun sem nenhum geen zonder brak bez ikke ingen inget inte utan uden uten ilman ei nincs
      fara nema нет без немає yok`,
  ),
  /** With these, none is needed. */
  needed: vocabulary(
    `needed required necessary noetig notig erforderlich notwendig necessaire requis necesario necessario
      preciso nodig wymagana potrzebna problem problems issue issues`,
  ),
  /** Words of a no, shortly before the calls or right after them. */
  negations: vocabulary(
    `no not non ne nie niet nicht nao without keine kein keinen keinerlei ohne pas plus aucun aucune sans
      ningun ninguna ninguno sin nessuna nessun senza nenhuma nenhum sem geen zonder zadnych zaden brak
      bez ikke ingen inget inga inte utan uden uten ei mitaan никаких нет не без ніяких nema fara ej never
      nunca jamais mai nooit nigdy aldrig никогда`,
  ),
  /** Behind the French `plus`, which is then no negation. */
  comparable: vocabulary('tard tot souvent que longtemps rapidement vite facile facilement'),
  /** With these a note is about a call that was not made or not answered. */
  unanswered: vocabulary(
    `duoc
      response responses reponse reponses respuesta respuestas risposta risposte resposta respostas antwort antwoord
      odpowiedz odpowiedzi kann konnte scheduled planned booked svar vastausta back zuruck attempted so answer answers answered answering return returns returned returning pick picks picked
      made make yet missed received recent logged objection objections beantwortet nimmt entgegen
      angenommen verpasst bisher repond repondu decroche manque manques responde contesta contesto
      perdidas risponde risposto perse atende atendeu beantwoordt opgenomen odbiera odebral einwande
      einwand issues problems`,
  ),
  /** With these a no to contact is not one of a single attempt. */
  wishes: vocabulary(
    `want wants wish wishes wishing desire desires accept accepts allow allows allowed authorise
      authorises authorize authorizes permit permits further more any phone telephone telephonic tel
      telefon telefonisch telefonischen telefonische telefonischer mochte wunscht gewunscht erwunscht will
      akzeptiert erlaubt weitere weiteren weiterer mehr telephonique souhaite souhaitent veut accepte
      accepter autorise autre plus telefonico telefonica desea quiere acepta autoriza permite mas vuole
      desidera accetta autorizza altri altre quer deseja aceita mais wil wenst accepteert meer zgadza
      zyczy chce telefoniczny telefonicznego wiecej onsker vill onskar fler flere halua хочет желает ask
      asks asked request requests requested pide pidio pidieron chiede chiesto pede pediu demande
      demandent voglio vogliamo quiero queremos quero veux voulons souhaitons mochten wollen prosi prosil prosila bittet bat verlangt verzoekt ber bad pyytaa pyysi просит просил
      просила хотят бажає хоче`,
  ),
  /** Names of registers of people who are not to be called. */
  registers: vocabulary(
    `bloctel robinsonliste robinsonlista robinsonlijst robinsonlist robinsonlistan robinsona
      robinsonow tps ctps dncr dncl ndnc ndnr rpo nixregistret nixregistrerad reservationsregisteret
      blacklist blacklisted blocklist sperrliste dnc`,
    'nixregist niedzwon',
  ),
  /** With these a person was looked up in a register, or is not in it. */
  notOnIt: vocabulary(
    `not no none non pas absent nicht kein keine nie niet geen ej inte ikke checked scrubbed scrub clean
      clear cleared passed ok check verifie geprueft gepruft bereinigt abgeglichen consulte controllato`,
  ),
} as const;

/** Phrases that say so by themselves, whatever time follows, as in `opted out on 3 April`. */
export const statementPhrases = phraseList(
  `khoi_danh_sach removed_at_own_request removed_on_request peticion_propia cancellato_su_richiesta
    fait_opposition lista_robinson liste_robinson robinson_liste robinson_list robinson_lista robinson_lijst
    robinson_register lista_robinsona opt_out opted_out opt_outs cease_and_desist remove_me
    remove_him remove_her remove_them take_me_off take_him_off take_her_off take_them_off
    take_off_list leave_alone leave_me_alone leave_us_alone leave_him_alone leave_her_alone
    leave_them_alone lose_my_number lose_this_number told_us_to_stop asked_us_to_stop asked_to_stop
    told_me_to_stop right_to_be_forgotten request_to_be_forgotten wants_to_be_forgotten
    right_to_object asked_to_be_removed wants_to_be_removed wishes_to_be_removed to_be_removed
    please_remove delete_me bitte_loschen bitte_streichen bitte_entfernen wunscht_loschung
    loschung_gewunscht loschung_verlangt nicht_mehr_melden recht_auf_vergessen
    demande_de_suppression demande_la_suppression demande_suppression demande_a_etre_supprime
    demande_a_etre_retire a_supprimer droit_d_opposition droit_a_l_oubli solicita_baja
    solicita_la_baja pide_baja pide_la_baja darse_de_baja dado_de_baja dada_de_baja dar_de_baja
    derecho_de_oposicion derecho_al_olvido richiede_cancellazione chiede_cancellazione
    richiesta_cancellazione chiede_la_cancellazione diritto_di_opposizione diritto_all_oblio
    pede_remocao pediu_remocao pediu_para_ser_removido pediu_para_ser_removida direito_de_oposicao
    direito_ao_esquecimento verzoekt_verwijdering graag_verwijderen bezwaar_gemaakt maakt_bezwaar
    recht_van_verzet prosi_o_usuniecie wniosl_sprzeciw wniosla_sprzeciw wrong_number
    number_disconnected line_disconnected no_longer_in_service belongs_to_someone_else
    belongs_to_somebody_else not_his_number not_her_number not_their_number falsche_nummer
    falsche_rufnummer nummer_nicht_vergeben rufnummer_nicht_vergeben kein_anschluss_unter
    numero_errone mauvais_numero faux_numero numero_non_attribue numero_equivocado numero_incorrecto
    numero_no_existe numero_inexistente numero_sbagliato numero_inesistente numero_errado
    verkeerd_nummer zly_numer bledny_numer kontakt_loschen kunde_loschen unterlassungserklarung restraining_order
    do_not_use_this_number do_not_use_number nothing_to_do_with_us no_quiere_saber_nada
    ne_veut_rien_savoir um_loschung etre_radie etre_radiee etre_efface etre_effacee
    derecho_de_supresion baja_voluntaria verzet_aangetekend nesouhlasi nesuhlasi nem_jarult_hozza
    nem_ker_tobb nu_este_de_acord не_согласен не_согласна does_not_agree stimmt_nicht_zu
    numer_nieaktualny nieaktualny_numer
    pomylony_numer cislo_neexistuje neplatne_cislo spatne_cislo zle_cislo nespravne_cislo rossz_szam teves_szam hibas_szam
    nem_letezo_szam numar_gresit numar_inexistent numar_nealocat numar_incorect неверный_номер неправильный_номер
    номер_не_обслуживается номер_не_существует не_тот_номер невірний_номер неправильний_номер номер_не_існує
    номер_не_обслуговується не_той_номер грешен_номер сгрешен_номер pogresan_broj krivi_broj погрешан_број
    napacna_stevilka λαθος_αριθμος λαθος_νουμερο λαθος_τηλεφωνο yanlis_numara hatali_numara numara_kullanilmiyor
    رقم_خاطئ رقم_خطا رقم_غير_صحيح מספר_שגוי מספר_לא_נכון מספר_לא_מחובר טעות_במספר شماره_اشتباه
    गलत_नंबर ग़लत_नंबर गलत_नम्बर ভুল_নম্বর ভুল_নাম্বার غلط_نمبر sai_so nham_so so_khong_dung so_sai salah_sambung
    nomor_salah salah_nomor salah_nombor nombor_salah maling_numero fel_nummer feil_nummer forkert_nummer vaara_numero
    numero_ei_kaytossa numero_ei_ole_kaytossa vale_number nepareizs_numurs neteisingas_numeris verkeerde_nommer
    namba_si_sahihi namba_isiyo_sahihi xoa_so xoa_khoi_danh_sach xoa_thong_tin demana_la_baixa donar_de_baixa
    dona_de_baixa torlest_ker torlest_kert torleset_kerte torleset_keri bezovta_qilmang narahat_etmeyin мазаламаңыз tiltva_a_hivas nem_jarul_hozza отказ_от_обработки отзыв_согласия відмова_від_обробки просил_забыть просила_забыть onsker_at_blive_slettet onsker_a_bli_slettet vill_bli_borttagen vill_bli_raderad demana_que_l_esborrem aranmama_talebi rahatsiz_edilmek_istemedigini rahatsiz_edilmek_istemiyor nem_akar_velunk_beszelni عدم_ازعاجه عدم_ازعاجها عدم_ازعاجنا neoslovovat neoslovujte neoslovovat_telefonicky kerte_a_torleset keri_a_torleset удалите_меня удалить_меня видаліть_мене zahteva_izbris zahtijeva_brisanje عدم_معاودة_الاتصال nebeskambinti nebeskambinkite so_por_email so_por_correio never_wants_to_hear`,
);
