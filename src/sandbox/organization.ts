/** The organization that owns everything in the sandbox. */
export const organizationId = 'org_sandbox_5f3c';

/** ISO 3166-1 alpha-2: the region of numbers in national format. */
export const organizationCountry = 'US';

/** The caller ID of campaigns and assistants that have none, E.164. */
export const organizationNumber = '+12125550199';

/** A member of the organization, with the fields that campaigns and calls show. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
}

/** The owner of the key, who creates campaigns and calls. */
export const owner: Member = {
  id: 'user_sandbox_7b21',
  email: 'robin.meyer@northwind.example',
  first_name: 'Robin',
  last_name: 'Meyer',
};

/** The operator who takes over some calls. */
export const operator: Member = {
  id: 'user_sandbox_c904',
  email: 'dana.lopez@northwind.example',
  first_name: 'Dana',
  last_name: null,
};
