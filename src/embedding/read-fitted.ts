import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/**
 * Reads what a script of `bench/` fitted to a model, a JSON file that names the model's revision. Null when there is
 * none, it is damaged, or it was made with other weights.
 */
export function readFitted<Fitted extends { revision: string }>(
  path: string,
  schema: z.ZodType<Fitted>,
  revision: string,
): Fitted | null {
  try {
    const fitted = schema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return fitted.revision === revision ? fitted : null;
  } catch {
    return null;
  }
}
