import { vocabulary } from '../vocabulary.ts';

/** Words for something else than a phone. */
export const otherWords = vocabulary(
  `id ids uid uuid guid key index idx row rang serial sno srno slno lfd lfdnr ref refs reference referencia riferimento referenz referentie
  referens viite sygnatura code codes kod kode codigo codice koodi kods
  date dates datum data dato fecha jour day tag dia giorno year annee jahr ano anno rok ar vuosi month mois monat mes
  age alder edad eta wiek born birth birthday birthdate dob naissance geburtsdatum geboren nacimiento nascita urodzenia
  created updated modified opened closed timestamp time heure uhrzeit hora ora
  lat latitude latitud breite breitengrad lon lng long longitude longitud laenge lange langengrad coord coords coordinate coordinates
  coordonnees coordenadas koordinaten geo geopoint x y wgs utm
  email mail emails courriel correo correio posta eposta email e-post url web website site www homepage
  country pays land pais paese nation kraj maa ulke state region province departement bundesland kanton provincia estado
  city ville stadt ciudad citta cidade miasto by stad kaupunki sehir commune gemeinde town ort mesto oras
  street rue strasse calle via rua ulica gata vej katu sokak address adresse direccion indirizzo endereco adres osoite house hausnummer
  zip zipcode postal postcode postnr postnummer plz cp cap psc pincode pin insee ibge district quartier
  matricola matricula inscricao protocolo protokoll aktenzeichen geschaftszeichen expediente dossier utr urn uprn niss ic
  kbo kbonr bce onderneming ondernemingsnr rijksregister rijksregisternr vergi tc sicil vkn siren siret ape naf finess rpps adeli uai rna vat tva ust ustid uid iva nif cif nie nip regon krs ico dic cnpj cpf cuit cuil rut rfc curp
  abn acn ein tin gst gstin pan kvk kvknr orgnr cvr btw mwst ytunnus afm bulstat edrpou inn ogrn kpp bin iin
  ssn nss nir pesel cnp personnummer personnr cpr dni cedula aadhaar aadhar passport passeport ausweis bsn nino
  iban bic swift account accounts compte konto kontonr cuenta conto conta rekening bank card carte karte tarjeta carta
  amount montant betrag importe importo valor total totals sum summe price prix preis precio prezzo preco cena cost costs budget revenue
  salary income balance solde saldo debt fee
  order orders commande bestellung bestellnr pedido ordine invoice facture rechnung factura fattura tracking parcel colis paket shipment
  sku ean isbn gtin upc barcode article artikel item product produit produkt producto
  customer customers client clients kunde kunden kundennr cliente clientes member membre mitglied socio abonne user usuario employee
  matricule mitarbeiter student eleve schueler patient dossier case file vorgang akte contract contrat vertrag contrato policy police
  licence license registration immatriculation kennzeichen plate vehicle vin
  name names nom nome nombre naam navn namn nimi nazwa nazwisko imie jmeno prijmeni nev ime isim ad soyad soyadi firstname lastname prenom
  vorname nachname apellido apellidos cognome sobrenome company firma firm societe azienda empresa entreprise organisation organization
  capacity capacite kapazitat capacidad beds betten lits places platze seats quantity quantite menge cantidad qty size surface area
  effectif eleves students population inhabitants rooms chambres zimmer stars etoiles sterne rating score note
  altitude elevation distance duration duree dauer weight poids hours horaires oeffnungszeiten offnungszeiten horario orari opening
  sira tarih tarihi siparis tutar tutari ilce mahalle aciklama lp kwota uwagi zamowienie zlecenie powiat wojewodztwo gmina castka objednavka
  poznamka kraj okres osszeg megjegyzes sorszam rendeles telepules megye varos cim paivamaara summa tilaus kunta tanggal jumlah alamat nama
  catatan kota belopp bestallning kommun lan belob ordre bemaerkning merknad fylke comanda judet localitate suma pastaba kuupaev linn
  прізвище місто назва адреса сума замовлення примітка область примечание населенныйпункт град адрес бележка поръчка град општина
  πελατης ποσο παραγγελια σημειωσεις νομος δημος סכום הערות הזמנה יישוב المبلغ ملاحظات الطلب المحافظه
  ktp nik npwp kk mst cccd cmnd cmt rnokpp ipn ikpu snils oms till paybill bvn clabe ruc cedula curp ife ine utente nipc
  contribuinte asegurado poliza polizza apolice polica bsn taj adoszam adoazonosito tfn ird nzbn medicare npi qq wechat weixin uen nric
  nan consumer aadhar voter upi vpa solde plafond limite easting northing coordx coordy ost nord est ouest nordost northings eastings
  status statut stato estado type typ tipo category categorie kategorie lang language langue sprache gender sexe geschlecht
  title titre titel role fonction position comment comments remark remarks notes description libelle bezeichnung
  ip mac imei imsi iccid version count percent rate room ext extension
  іпн рнокпп єдрпоу снилс полис паспорт договор рахунок договір счет счёт лицевой карта сумма баланс
  имя фамилия отчество фио город адрес улица индекс дата год номерзаказа заказ инн огрн кпп код область страна почта название организация
  ονομα επωνυμο διευθυνση πολη τκ αφμ ημερομηνια שם עיר כתובת תאריך רחוב مدينه اسم عنوان تاريخ البريد
  नाम पता शहर तारीख ชื่อ ที่อยู่ วันที่ ten ho diachi ngay isim adi`,
  `lieferdatum geburts kundennum bestellnum rechnungsnum auftragsnum artikelnum vertragsnum versicherungsnum steuernum mitgliedsnum
  postleit steuer koordin latitud longitud offnungs numerodeserie seriennum
  名前 氏名 姓名 住所 地址 郵便 邮编 日期 日付 生年 会社 公司 都市 城市 이름 성명 주소 우편 날짜 회사 기관명 병원명 ชื่อ ที่อยู่
  masothue socccd sochungminh sotaikhoan nomorrekening numerodecuenta numerodeconta accountn
  ประจำตัว ผู้เสียภาษี บัญชี บัตร ประชาชน ใบอนุญาต ทะเบียน เลขที่ ใบสั่งซื้อ คำสั่งซื้อ ใบแจ้งหนี้ พัสดุ هويه هويت ضريبي حساب سجل عميل قومي شناسه ملي
  תעודת עוסק חשבון ח.פ ת.ז לקוח 계좌 주민 고객 차량 登記 登记 身分 會員 会员 客户 客戶 订单 訂單 账号 帳號 保険 口座 顧客 会員 注文 微信
  사업자 등록번호 법인 개설 병상 기관코드 施設 病床 法人 開設 診療 医院 编号 緯度 経度 纬度 经度 위도 경도 身份证 身分證`,
);

/** The person whom the row is about. */
export const ownWords = vocabulary(
  `kind kinder enfant hijo hija figlio filho barn lapsi nouveau nouvelle new neu neue nuevo nuova nuovo novo nova current actuel aktuell
  actual value valeur wert valor
  person persons persona personne osoba osoby contact own self lead leads prospect guest guests gast gaste huesped hospede hote ospite
  buyer acheteur kaufer comprador acquirente koper покупатель покупця покупець recipient destinataire empfanger destinatario
  borrower debtor debiteur schuldner deudor debitore dluznik должник primary principal preferred default best main
  pupil learner leerling elev elever uczen ucen diak ogrenci talaba murid siswa leerder salarie employe mitarbeiter lavoratore
  resident tenant bewohner locataire inquilino volunteer donor subscriber abonnent adherent adherente beneficiaire beneficiario
  клиент клиента клиенту пациент ученик ученика client clienta clientului asiakas asiakkaan kundens kunden zakaznik ugyfel pelanggan nasabah
  תלמיד תלמידה מטופל μαθητη μαθητησ μαθητης πελατη πελατησ πελατης ασθενη ασθενησ ασθενης учень учня клієнт клієнта пацієнт пацієнта
  tanulo tanuloi paciens opilane opilase kliendi patsiendi oppilas oppilaan potilas potilaan skolens skolena klienta klients pacienta
  mokinys mokinio klientas kliento pacientas paciento ucenik ucenika klijent klijenta pacijent pacijenta клијент клијента пацијент nemandi
  nxenesi nxenesit klienti klientit hasta hastanin mushtari mijoz musteri طالب دانش آموز بیمار مريض ग्राहक छात्र मरीज গ্রাহক ছাত্র
  khach hang לקוח العميل عميل المريض phone`,
  `musteri пациент клиент นักเรียน ลูกค้า ผู้ป่วย 学生 生徒 患者 顧客 客户 客戶 학생 환자 고객 வாடிக்கையாளர`,
);

/** The number of a parent or guardian, who is the one to call where the row is about a child. */
export const guardianWords = vocabulary(
  `parent parents father mother pere mere vater mutter padre madre pai mae
  guardian tuteur vormund opiekun ojciec matka anneadi babaadi ouder ouders voogd verzorger
  rodzic rodzica rodzice rodicov rodicu zakonny szulo gondviselo foreldre forelder foresatte foralder
  vardnadshavare huoltaja huoltajan vanhempi veli velisi ebeveyn wali waris mzazi orangtua responsavel
  encarregado acudiente apoderado`,
  `родител опекун הורה ผู้ปกครอง 保護者 家长 家長 보호자 ولي`,
);

/** The number of somebody else than whom the row is about. */
export const otherPersonWords = vocabulary(
  `assistant assistants assistante assistent emergency urgence urgences notfall emergencia emergenza nodgeval
  tutor spouse conjoint wife husband agent sales seller vendeur verkaufer
  agency agence agencia agenzia agentur agentschap broker brokers makler courtier corretor corredor advisor adviser conseiller berater
  asesor asesora consulente consultant consultor adviseur accountmanager handelsvertreter vertreter representative representant
  representante commercial comercial commerciale handlowiec doradca posrednik agencja agent agenta agenti agente agentes emlakci danisman
  temsilci penasihat wakil promotor gestor gestora vendedor vendedora operator director diretor directeur direktor dyrektor reditel
  headteacher principal sachbearbeiter betreuer operatore headoffice hq siege zentrale sede hotline helpline support service kundendienst
  агент агентство менеджер брокер риэлтор риелтор директор סוכן מנהל مندوب وكيل مدير 担当 担当者 営業 代理店 代理 业务员 經紀 经纪 담당 담당자
  driver chauffeur fahrer manager referent referrer referral doctor medecin arzt kin neighbour neighbor supplier courier store
  sos asst assistenz assistentin sekretariat secretariat secretaria segreteria sekretar kancelaria
  familiar familiares famille familie pariente parente relative relatives angehorige angehoriger proche proches partner partners
  medico medicos medica doutor hausarzt huisarts laege lege lekarz lekar laakari teacher lehrer enseignant profesor docente
  seller sellers salesperson salesman verkaufer vendeurs prodavac sprzedawca sprzedawcy predajca prodejce myyja saljare selger landlord
  bailleur vermieter propietario arrendador manager chef supervisor vorgesetzter superior lawyer avocat anwalt abogado
  sender senders shipper consignor absender absenders expediteur mittente remitente remetente afzender avsandare avsandarens afsender avsender
  lahettaja lahettajan nadawca nadawcy odesilatel odesilatele odosielatel felado feladoja expeditor gonderici gonderen pengirim did ddi
  отправитель отправителя відправник відправника подател подателя αποστολεα αποστολεας שולח المرسل
  dispatcher dispecer accountant comptable buchhaltung contabilidad contabilita`,
  `notfall emergenc urgenc emergenz assisten asist asyst aszisz asszisz pomocnik ndihmes palig avustaja sihteeri sekret titkar tajemni
  асист ассист помощник помічник секретар γραμματε βοηθο עוזר מזכיר مساعد سكرتير منشی دستیار सहायक सचिव সহকারী সচিব ผู้ช่วย เลขา
  助理 助手 秘书 秘書 アシスタント 비서 보조 家属 家屬 亲属 親屬 配偶 家族 가족 배우자 中介 仲介 业务员 業務員 导师 老师 老師 医生 醫生 医師 의사 선생 продавц продавец врач מוכר หมอ ฉุกเฉิน 緊急 紧急 緊急 비상 응급 救急
  依頼主 差出人 送り主 発送元 寄件 发件人 發件人 发货人 發貨人 보내는 발신인 발송인 ผู้ส่ง
  طوارئ doradc agencj posredni sprzedaw менеджер агент риэлтор риелтор брокер директор консультант 担当 営業 代理 経紀 经纪 담당 מנהל סוכן`,
);

/** The number of a company, the same for all who work there: where it answers, nobody knows the person. */
export const organisationWords = vocabulary(
  `company companies corporate organisation organization organisations organizations account accounts employer switchboard
  societe entreprise organisme employeur standard unternehmen arbeitgeber organisatie bedrijf werkgever empresa organizacion
  azienda societa ditta foretag foretaget virksomhed firma firmy firmie spolecnost ceg sirket kurum kurulus perusahaan instansi
  компания компании организация организации підприємство организациясы εταιρεια εταιρειας חברה شركه شرکت`,
  `会社代表 代表電話 회사대표 firmentel unternehmenstel bedrijfstel foretagstel virksomhedstel yrityspuhelin`,
);

/** Words for another phone of the same person. */
export const secondWords = vocabulary(
  `second secondary secondaire alternate alternative alt other others autre autres weitere andere anderes otro otros altro altri outro
  additional backup old ancien former ii deux zwei zweite zweites segundo secundario secondario inny dodatkowy druhy annet muu diger ikinci
  дополнительный другой доп`,
);

/** Where a phone stands. */
export const placeWords = vocabulary(
  `home private privat prive domicile personal personnel casa dom work business office bureau buro dienst pro professionnel arbeit geschaft
  geschaftlich dienstlich trabajo trabalho lavoro ufficio firma company societe switchboard zentrale centralino standard main
  landline fixe festnetz fijo fisso fixo rabota рабочий домашний служебный 会社 自宅 勤務先 사무실 직장 自宅電話`,
);
