import type { CallList } from '../../callList/callList.ts';
import { spokenPreview } from '../../callList/values/spokenPreview.ts';
import type { Assistant } from '../../core/assistant.ts';
import type { ServerProfile } from '../../core/serverProfile.ts';
import { redactUrl } from '../../core/redact.ts';
import type { PreviewView } from '../contract/protocolLaunch.ts';

const maxValues = 30;

/**
 * One contact as the person will hear it.
 * @param wanted index of the contact, limited to those that exist
 * @returns undefined when nobody can be called
 */
export function previewView(
  list: CallList,
  assistant: Assistant | undefined,
  wanted: number,
  server: Pick<ServerProfile, 'has'>,
): PreviewView | undefined {
  const count = list.contacts.length;
  const at = Math.max(0, Math.min(wanted, count - 1));
  const contact = list.contacts[at];
  if (contact === undefined) return undefined;
  const { to_phone_number: phone, prompt_variables: values, line } = contact;
  return {
    at,
    count,
    phone,
    line,
    spoken: (assistant === undefined ? [] : spokenPreview(assistant, values)).map(
      ({ title, note, segments }) => ({
        label: title,
        note,
        segments: segments.map(({ kind, text }) => ({ kind, text: redactUrl(text) })),
      }),
    ),
    values: Object.entries(values)
      .slice(0, maxValues)
      .map(([label, text]) => ({ label, text })),
    canCallMe: assistant !== undefined && server.has('calls') !== false,
  };
}
