import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../errors.ts';
import { type Registry, readRegistry } from '../responsibility/read-registry.ts';

/** Reads the registry of organizations. @throws ConfigurationError `registry-missing`, `registry-invalid`. */
export function openRegistry(path: string): Registry {
  let yaml = '';
  try {
    yaml = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConfigurationError(
      'registry-missing',
      `The registry of organizations ${path} cannot be read: restore it, for instance with "git checkout -- registry".`,
      { cause },
    );
  }
  return readRegistry(yaml, path);
}
