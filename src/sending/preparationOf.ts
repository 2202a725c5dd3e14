import type * as vscode from 'vscode';
import { assistantVariables } from '../callList/values/placeholders.ts';
import type { CampaignApi } from '../core/ports.ts';
import type { CallLists } from '../editor/callLists.ts';
import type { ListHistories } from '../editor/listHistories.ts';
import type { ListAssistants } from '../editor/listAssistants.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { graceMs, launchesWithoutHistory } from '../host/settings.ts';
import { LaunchGate } from '../launch/gate/launchGate.ts';
import { policyBounds } from '../launch/gate/launchPolicy.ts';
import type { DecidedSpec } from '../launch/draft/validateDraft.ts';
import { CampaignPreparation, type PreparationPorts } from './campaignPreparation.ts';
import { readListFile } from './listFile.ts';
import type { SendingServices } from './sendingServices.ts';

/** What preparing a campaign needs in addition to sending: where its list is shown. */
export interface PreparationServices extends SendingServices {
  readonly callLists: CallLists;
  readonly listAssistants: ListAssistants;
  readonly listHistories: ListHistories;
}

/**
 * Everything that can forbid a launch from this list: the settings, suppression lists, and the campaign file
 * beside it.
 */
export function gateOf({ reading }: Pick<SendingServices, 'reading'>, list: vscode.Uri): LaunchGate {
  return new LaunchGate({
    policy: () => launchPolicy(list),
    guards: async (fresh) => {
      const { suppressions, campaignFile } = await (fresh ? reading.fresh(list) : reading.of(list));
      return {
        failures: suppressions.failures,
        suppressed: suppressions.numbers,
        campaignFile: campaignFile && {
          name: campaignFile.name,
          problem: campaignFile.problem,
          limits: campaignFile.file?.limits,
        },
      };
    },
  });
}

/** The ports of a preparation of this list, the same for the sheet and the palette. */
export function preparationPorts(
  services: PreparationServices,
  list: vscode.Uri,
  onDecided: (decided: DecidedSpec) => void,
): PreparationPorts {
  const { reading, store, clock, connections, scheduleSupport, callLists, listAssistants, listHistories } =
    services;
  return {
    readFile: () => readListFile(list),
    reading: () => reading.of(list),
    gate: gateOf(services, list),
    bounds: () => policyBounds(launchPolicy(list)),
    scheduleSupport: () => scheduleSupport.of(connections.required()),
    graceMs,
    campaigns: () => store.state.campaigns,
    mayLaunchWithoutHistory: launchesWithoutHistory,
    onChecked: (checked, assistant) => {
      const variables = assistant && assistantVariables(assistant);
      void callLists.addCheck(list, checked, variables);
      if (assistant !== undefined) listAssistants.set(list, assistant);
    },
    onHistory: (byNumber) => listHistories.set(list, byNumber),
    onDecided,
    clock,
  };
}

/** A campaign from this list, on the connection of `api`. */
export function preparationOf(
  services: PreparationServices,
  api: CampaignApi,
  list: vscode.Uri,
): CampaignPreparation {
  const ports = preparationPorts(services, list, (decided) => services.lastSpecs.remember(list, decided));
  return new CampaignPreparation(api, ports);
}
