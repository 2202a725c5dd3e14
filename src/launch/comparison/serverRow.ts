import { startTimeMs } from '../../core/callStart.ts';
import type { Call, Row } from '../../core/row.ts';

/** What a check before a launch needs of a row. A `Row` fits. */
export type ServerRow = Pick<Row, 'id' | 'phone_number' | 'input_data' | 'row_index'> & {
  readonly call?: ServerCall | undefined;
};

export type ServerCall = Pick<
  Call,
  'id' | 'status' | 'to_phone_number' | 'created_at' | 'scheduled_at' | 'calls_count' | 'prompt_variables'
> & { readonly call_attempts: readonly unknown[] };

/** Keeps of a row what a check needs, so that attempts and transcripts can be freed. */
export function toServerRow({ id, phone_number, input_data, row_index, call }: ServerRow): ServerRow {
  if (call === undefined) return { id, phone_number, input_data, row_index };
  const {
    id: callId,
    status,
    to_phone_number,
    created_at,
    scheduled_at,
    calls_count,
    prompt_variables,
  } = call;
  return {
    id,
    phone_number,
    input_data,
    row_index,
    call: {
      id: callId,
      status,
      to_phone_number,
      created_at,
      scheduled_at,
      calls_count: calls_count ?? call.call_attempts.length,
      prompt_variables,
      call_attempts: [],
    },
  };
}

/**
 * The state of a call with regard to a launch. `waiting`: not launched, and nothing suggests that it was.
 * `preparing`: not made ready by the server yet. `cancelled`: it will not be made. `launched`: everything
 * else, also a start time that waits.
 */
export type CallStage = 'waiting' | 'preparing' | 'cancelled' | 'launched';

export function callStage(call: ServerCall | undefined): CallStage {
  if (call === undefined || call.id === '') return 'preparing';
  const attempts = Math.max(call.calls_count ?? 0, call.call_attempts.length);
  if (attempts > 0 || startTimeMs(call) !== undefined)
    return call.status === 'cancelled' ? 'cancelled' : 'launched';
  switch (call.status) {
    case 'not_launched':
      return 'waiting';
    case 'initializing':
    case '':
      return 'preparing';
    case 'cancelled':
      return 'cancelled';
    default:
      return 'launched';
  }
}

/** True when a call that was named in a launch shows that the launch reached it. */
export function hasMoved(before: ServerCall, after: ServerCall): boolean {
  if (callStage(before) === 'waiting') return callStage(after) === 'launched';
  return (
    after.status !== before.status ||
    (after.calls_count ?? 0) > (before.calls_count ?? 0) ||
    after.scheduled_at !== before.scheduled_at
  );
}
