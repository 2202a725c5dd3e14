/** The organization that everything in the sandbox belongs to. */
export const organizationId = 'org_sandbox_5f3c';

/** Calls are made from this number where nothing else is said. */
export const organizationNumber = '+12125550199';
