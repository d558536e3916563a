/** A failure that reaches the user: what was being done to what, why it failed, and what to do. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';

  /**
   * @param code stable, for programs ("EPERM_PACKET_SOCKET")
   * @param message one line without a final stop
   * @param errno the system's error number, 0 where no system call failed
   * @param hint something that can be pasted or done, or ''
   */
  constructor(
    readonly code: string,
    message: string,
    readonly errno = 0,
    readonly hint = '',
  ) {
    super(message);
  }

  /** Runs body; an error of the addon (an Error with code, errno and hint) comes out as a CaptureError. */
  static wrapping<Result>(body: () => Result): Result {
    try {
      return body();
    } catch (error) {
      if (error instanceof CaptureError || !(error instanceof Error) || !('hint' in error)) throw error;
      const { code, message, errno, hint } = error as Error & { code: string; errno: number; hint: string };
      throw new CaptureError(code, message, errno, hint);
    }
  }
}
