import type { Context } from '../sandboxContext.ts';
import { organizationCountry, organizationId, owner } from '../organization.ts';
import { isoOrNull } from './attemptProgress.ts';

const dayMs = 86_400_000;

/** `GET /users/me`: the user that the key belongs to. */
export function userAnswer({ state, revision }: Context) {
  return {
    user: {
      ...owner,
      organization_id: organizationId,
      ...(revision === '0.1.1' ? {} : { organization_country: organizationCountry }),
      has_completed_onboarding: state.hasCompletedOnboarding,
      created_at: isoOrNull(state.startMs - 120 * dayMs),
      updated_at: isoOrNull(state.startMs - 3 * dayMs),
    },
  };
}
