import { describe, expect, it } from 'vitest';
import { addDays, nextDays, weeksFrom } from './days';

describe('days', () => {
  it('are counted over months and years', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('to come are those that hold something', () => {
    const day = (on: string, touches: number) => ({ on, touches, moments: [] });
    const days = [day('2026-11-22', 0), day('2026-11-23', 2), day('2026-11-25', 1)];
    expect(nextDays(days).map(({ on }) => on)).toEqual(['2026-11-23', '2026-11-25']);
  });

  it('stand in weeks that begin on Monday', () => {
    for (const day of ['2026-11-16', '2026-11-21', '2026-11-22']) {
      const weeks = weeksFrom(day);
      expect(weeks).toHaveLength(5);
      expect(weeks[0]![0]).toBe('2026-11-16');
      expect(weeks[4]![6]).toBe('2026-12-20');
    }
    expect(weeksFrom('2026-11-23')[0]![0]).toBe('2026-11-23');
  });
});
