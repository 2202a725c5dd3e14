import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { json, type Answer } from '../http/answer.ts';
import type { Faults } from '../http/faults.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { maxControlBytes, readJson } from '../http/readBody.ts';
import type { SandboxState } from '../sandboxState.ts';

const stepSchema = z.strictObject({ seconds: z.number().nonnegative() });

/** `/__sandbox/…`, which no real service has: for tests, and only with the key. */
export async function controlAnswer(
  state: SandboxState,
  faults: Faults,
  request: IncomingMessage,
  path: string,
): Promise<Answer> {
  const operation = `${request.method ?? ''} ${path}`;
  switch (operation) {
    case 'POST /__sandbox/step': {
      const body = stepSchema.safeParse(await readJson(request, maxControlBytes));
      if (!body.success) throw new HttpProblem(422, z.prettifyError(body.error));
      if (state.clock.kind !== 'stepped')
        throw new HttpProblem(409, 'Only a sandbox started with --clock stepped can be stepped');
      state.clock.step(body.data.seconds * 1000);
      state.catchUp();
      return json({ now: new Date(state.clock.nowMs()).toISOString() });
    }
    case 'POST /__sandbox/faults':
      faults.add(await readJson(request, maxControlBytes));
      return json({ success: true });
    case 'DELETE /__sandbox/faults':
      faults.clear();
      return json({ success: true });
    default:
      throw new HttpProblem(404, `Nothing is at ${path}`);
  }
}
