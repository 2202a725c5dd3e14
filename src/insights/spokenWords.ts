import { phraseList, vocabulary } from '../callList/vocabulary.ts';

/** Sentences of a person who does not want to be called again, as words that follow each other. */
export const spokenStatements = phraseList(
  `get_rid_of_my ring_mig_inte ring_oss_inte ring_meg_ikke ring_mig_ikke composez_plus mich_rausnehmen mich_da_rausnehmen mich_da_raus de_insistir le_proibisco vi_proibisco me_procurem
    cancele_meu cancele_o_meu cancelem_meu name_off_your name_off_the number_off_your number_off_the if_you_call_again you_keep_calling
    asked_you_to_stop told_you_to_stop cross_me_off take_our_number_off block_my_number block_this_number
    scrub_my_number my_number_removed me_out_of_your take_me_out take_us_out knock_it_off call_the_police
    report_you be_taken_off get_me_off get_us_off strike_me_off lose_our_number stop_bothering
    quit_bothering stop_harassing this_is_harassment unsubscribe_me unsubscribe_us i_forbid_you delete_my
    remove_my erase_my remove_us delete_us remove_this_number delete_this_number remove_our delete_our
    opt_me_out otez_moi retirez_moi enlevez_moi supprimez_moi rayez_moi effacez_moi radiez_moi
    desinscrivez_moi retirez_nous enlevez_nous supprimez_nous rayez_nous desinscrivez_nous me_retirer_de
    me_supprimer_de me_rayer_de m_enlever_de me_desinscrire c_est_du_harcelement vous_interdis
    vous_interdisons ca_suffit bannissez_mon bloquez_mon sortez_moi_de sortez_nous_de du_harcelement
    jamais_donne_mon_accord laissez_moi_tranquille laissez_nous_tranquille laissez_nous_tranquilles
    fichez_moi_la_paix foutez_moi_la_paix aus_der_liste aus_ihrer_liste aus_dem_verteiler
    sperren_sie_meine blockieren_sie_meine ziehe_meine_einwilligung habe_nie_zugestimmt nie_eingewilligt
    lassen_sie_das belastigungsanrufe das_ist_stalking nehmen_sie_mich tragen_sie_mich_aus in_ruhe_lassen
    mich_in_ruhe uns_in_ruhe das_ist_belastigung verbiete_ihnen untersage_ihnen verbitte_mir
    unterlassen_sie_es solicito_la_baja elimine_mi eliminen_mi quitenos borrenos eliminenos borren_mi
    borre_mi acosando es_acoso me_acosan bloqueen_mi bloquee_mi ya_basta cancelen_mi los_voy_a_denunciar
    los_denuncio quiten_mi quite_mi quite_este quiteme quitenme borreme borrenme eliminenme elimineme
    saqueme saquenme saquennos retirenme den_de_baja denme_de_baja deme_de_baja darme_de_baja borrame
    quitame sacame dejeme_en_paz dejenme_en_paz dejenos_en_paz dejenme_tranquilo dejenme_tranquila
    les_prohibo le_prohibo lasciatemi_stare lasciateci_stare adesso_basta ora_basta essere_cancellato
    essere_cancellata essere_tolto essere_tolta essere_rimosso vi_denuncio bloccate_il_mio
    mai_dato_il_consenso non_autorizzo mi_tolga mi_tolgano ci_tolga toglietemi toglieteci mi_cancelli
    cancellatemi mi_rimuova rimuovetemi mi_elimini eliminatemi cancelli_il_mio cancelli_i_miei
    eliminate_il_mio eliminate_i_miei tolga_il_mio lasciatemi_in_pace mi_lasci_in_pace
    mi_lasciate_in_pace vi_diffido la_diffido exclusao_dos_meus elimine_o_meu eliminem_o_meu
    sair_dessa_lista sair_da_lista ser_removido ser_removida ser_excluido ser_excluida e_assedio
    bloqueie_meu bloqueie_o_meu bloqueiem_meu nao_dei_autorizacao nao_autorizei ja_chega vou_denunciar
    me_tira me_tire me_tirem me_remova me_removam me_exclua me_excluam tire_me tirem_me retire_me
    retirem_me remova_me removam_me tire_o_meu tire_meu tira_o_meu tira_meu tirem_o_meu tirem_meu
    me_deixe_em_paz me_deixem_em_paz deixe_me_em_paz deixem_me_em_paz nao_me_perturbe national_registry
    the_registry no_insista no_insistan no_autorizo quite_mis n_insistez_pas n_autorise_pas non_insista
    non_insistete nao_insista nao_insistam nao_autorizo`,
);

/** What the person wants done with one of `belongings`. */
export const ends = vocabulary(
  `borre borren borrar borrarme borrenme quitar quitarme quiten sacar sacarme saquen saque tolga tirar tirem
    tire retirar retirem retiren retirez retirer levate sortez sortir rayer rayez block blocked scrub forget
    retiro ritiro widerrufe`,
  `remov delet erase efface suppr enlev oubli bloqu streich losch entfern vergess sperr austrag elimin olvid
    toglie cancellat rimuov dimentic esque exclu apag descadastr desinscr withdraw revok revoc revog`,
);

/** What a caller has of the person. */
export const belongings = vocabulary(
  `name nom nome number numero nummer rufnummer telefonnummer telefono telefone list lists liste listes lista listas elenco
    verteiler data database daten dati datos dados donnees coordonnees details contact contatto contacto
    contato kontakt base fichier fichiers archivio cadastro registro nominativo`,
  'consen einwillig zustimm autoriz autoris',
);

/** What the person calls too many calls. */
export const harassment = vocabulary('acoso acosan acosando', 'harcel harass belastig assedi');
