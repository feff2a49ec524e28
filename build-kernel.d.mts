/** The sources of the kernels. */
export const nearestTokens: string;
export const matrixProducts: string;
/** A compiled kernel in base64. */
export function compileKernel(source?: string): Promise<string>;
