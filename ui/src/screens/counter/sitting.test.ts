import { describe, expect, it } from 'vitest';
import { Sitting } from './sitting';

describe('one guest is one visit', () => {
  it('when the reward comes first', () => {
    const redeemed = Sitting.none.redeemed('visit', 'redeem');
    expect(redeemed.toComplete).toBe('visit');
    expect(redeemed.recorded('visit', 'record').toComplete).toBeUndefined();
    expect(redeemed.recorded('visit', 'record').hasRedeemed).toBe(true);
  });

  it('when the stamp comes first', () => {
    const recorded = Sitting.none.recorded('visit', 'record');
    expect(recorded.visitId).toBe('visit');
    expect(recorded.toComplete).toBeUndefined();
    expect(recorded.redeemed('visit', 'redeem').toComplete).toBeUndefined();
  });

  it('and a second round is a second visit', () => {
    const second = Sitting.none
      .redeemed('first', 'redeem')
      .recorded('first', 'record')
      .recorded('second', 'again');
    expect(second.visitId).toBe('second');
    expect(second.hasRedeemed).toBe(false);
  });

  it('and what is undone is forgotten', () => {
    const both = Sitting.none.redeemed('visit', 'redeem').recorded('visit', 'record');
    expect(both.without('record').toComplete).toBe('visit');
    expect(both.without('record').without('redeem')).toBe(Sitting.none);
    expect(both.without('redeem').visitId).toBe('visit');
    expect(both.withoutVisit('visit')).toBe(Sitting.none);
  });
});
