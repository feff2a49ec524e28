const checkEveryMs = 100;

/** Waits for `work`, until `gone` rejects or `checkTime`, called now and then, throws. */
export async function waitWithin<T>(
  work: Promise<T>,
  gone: Promise<never>,
  checkTime: () => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      try {
        checkTime();
      } catch (error) {
        reject(error);
      }
    }, checkEveryMs);
  });
  try {
    return await Promise.race([work, gone, late]);
  } finally {
    clearInterval(timer);
  }
}
