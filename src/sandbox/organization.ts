/** The organization that everything in the sandbox belongs to. */
export const organizationId = 'org_sandbox_5f3c';

/** ISO 3166-1 alpha-2: the region of numbers in national format. */
export const organizationCountry = 'US';

/** Calls are made from this number where nothing else is said. */
export const organizationNumber = '+12125550199';

/** A member of the organization, as campaigns and calls name one. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
}

/** Whose key it is: creates campaigns and calls. */
export const owner: Member = {
  id: 'user_sandbox_7b21',
  email: 'robin.meyer@northwind.example',
  first_name: 'Robin',
  last_name: 'Meyer',
};

/** Takes over a call now and then. */
export const operator: Member = {
  id: 'user_sandbox_c904',
  email: 'dana.lopez@northwind.example',
  first_name: 'Dana',
  last_name: null,
};
