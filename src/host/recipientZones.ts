import type { Campaign } from '../core/campaign.ts';
import type { PersonFacts } from '../insights/personFacts.ts';

/** The IANA zone of a person's clock; undefined where it is unknown. */
export type ZoneOf = (person: PersonFacts) => string | undefined;

/** As the service calculates it: the zone of the campaign's rules, else that of the number's country. */
export async function zonesOf(campaigns: readonly Campaign[]): Promise<ZoneOf> {
  const [{ numberCountry }, { recipientZone }, { isZone }] = await Promise.all([
    import('../callList/phone/numberCountry.ts'), // brings the phone metadata
    import('../dialing/zones.ts'),
    import('../dialing/zoneOffsets.ts'),
  ]);
  const overrides = new Map(
    campaigns.map(({ id, call_retry_config, assistant }) => {
      const zone = (call_retry_config ?? assistant?.call_retry_config)?.timezone;
      return [id, zone !== undefined && isZone(zone) ? zone : undefined];
    }),
  );
  return ({ campaignId, phone }) => recipientZone(numberCountry(phone), overrides.get(campaignId))?.zone;
}
