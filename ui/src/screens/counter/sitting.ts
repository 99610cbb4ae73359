/**
 * One guest before the operator. A stamp and a reward in one sitting are one
 * visit, whichever comes first.
 */
export class Sitting {
  static readonly none = new Sitting(undefined, null, []);

  private constructor(
    /** The visit of this sitting, once there is one. */
    readonly visitId: string | undefined,
    private readonly recordedBy: string | null,
    private readonly redeemedBy: readonly string[],
  ) {}

  get hasRedeemed(): boolean {
    return this.redeemedBy.length > 0;
  }

  /** A visit that so far only holds a redemption: the next recording completes it. */
  get toComplete(): string | undefined {
    return this.recordedBy === null ? this.visitId : undefined;
  }

  recorded(visitId: string, changeId: string): Sitting {
    // A second recording is a second visit; what was redeemed stays with the first.
    const sameVisit = visitId === this.visitId;
    return new Sitting(visitId, changeId, sameVisit ? this.redeemedBy : []);
  }

  redeemed(visitId: string, changeId: string): Sitting {
    const sameVisit = visitId === this.visitId;
    return new Sitting(visitId, sameVisit ? this.recordedBy : null, [
      ...(sameVisit ? this.redeemedBy : []),
      changeId,
    ]);
  }

  /** A change was undone. */
  without(changeId: string): Sitting {
    const recordedBy = this.recordedBy === changeId ? null : this.recordedBy;
    const redeemedBy = this.redeemedBy.filter((redemption) => redemption !== changeId);
    if (recordedBy === null && redeemedBy.length === 0) return Sitting.none;
    return new Sitting(this.visitId, recordedBy, redeemedBy);
  }

  withoutVisit(visitId: string): Sitting {
    return this.visitId === visitId ? Sitting.none : this;
  }
}
