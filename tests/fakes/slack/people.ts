import { identity } from './workspace.ts';

export type Person = {
  locale: string;
  name: string;
  realName: string;
  displayName: string;
  /** More fields of the `user` object of `users.info`: `is_restricted`, `is_stranger`, `deleted`… */
  more: Record<string, unknown>;
};

/** The people of the workspace. Anybody with a well-formed id is there, until changed a reader of Chinese. */
export function createPeople() {
  const people = new Map<string, Person>();

  function find(user: string): Person {
    const name = user === identity.botUser ? 'clausewise' : user.toLowerCase();
    const person = people.get(user) ?? {
      locale: 'zh-CN',
      name,
      realName: name,
      displayName: name,
      more: {},
    };
    people.set(user, person);
    return person;
  }

  return {
    find,
    has: (user: string): boolean => /^[UW][A-Z0-9]+$/u.test(user),
    change: (user: string, changes: Partial<Person>): void => {
      people.set(user, { ...find(user), ...changes });
    },
  };
}
