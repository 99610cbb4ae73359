import { describe, expect, it } from 'vitest';
import * as formats from './formats';

const forint = { currency: 'HUF', symbol: 'Ft', digits: 2 };
const euro = { currency: 'EUR', symbol: '€', digits: 2 };
const yen = { currency: 'JPY', symbol: '¥', digits: 0 };
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('formats agree with crates/i18n', () => {
  it('money', () => {
    expect(plain(formats.formatMoney('hu', 245_000, forint))).toBe('2 450 Ft');
    expect(plain(formats.formatMoney('hu', 245_050, forint))).toBe('2 450,50 Ft');
    expect(plain(formats.formatMoney('en', 245_000, forint))).toBe('Ft 2,450');
    expect(formats.formatMoney('en', 123_450, euro)).toBe('€1,234.50');
    expect(plain(formats.formatMoney('ru', -123_450, euro))).toBe('-1 234,50 €');
    expect(formats.formatMoney('en', 1_200, yen)).toBe('¥1,200');
  });

  it('a date at an instant is that of the shop’s clock', () => {
    const lateInLondon = Date.UTC(2026, 0, 4, 23, 30);
    expect(formats.dateAt(lateInLondon, 'UTC')).toBe('2026-01-04');
    expect(formats.dateAt(lateInLondon, 'Europe/Budapest')).toBe('2026-01-05');
  });

  it('numbers are grouped from four digits on', () => {
    expect(plain(formats.formatNumber('hu', 2450))).toBe('2 450');
    expect(plain(formats.formatNumber('ru', -12345))).toBe('-12 345');
    expect(formats.formatSigned('en', 3)).toBe('+3');
  });

  it('dates', () => {
    expect(plain(formats.formatDay('en', '2026-11-02'))).toBe('2 Nov');
    expect(plain(formats.formatDay('ru', '2026-11-02'))).toBe('2 нояб.');
    expect(plain(formats.formatDay('hu', '2026-11-02'))).toBe('nov. 2.');
    expect(plain(formats.formatDay('en', '2025-11-02', '2026-01-01'))).toBe('2 Nov 2025');
    expect(plain(formats.formatLongDate('ru', '2026-11-21'))).toBe('21 ноября 2026 г.');
    expect(plain(formats.formatLongDate('hu', '2026-11-21'))).toBe('2026. november 21.');
    expect(plain(formats.formatWeekday('en', '2026-11-21'))).toBe('Saturday, 21 November');
    expect(plain(formats.formatWeekday('hu', '2026-11-21'))).toBe('November 21., szombat');
    expect(plain(formats.formatWeekday('ru', '2026-11-21'))).toBe('Суббота, 21 ноября');
    expect(plain(formats.formatWeekdayWithin('ru', '2026-11-21'))).toBe('суббота, 21 ноября');
    expect(plain(formats.formatWeekdayWithin('en', '2026-11-21'))).toBe('Saturday, 21 November');
  });

  it('a number stays with its word, a dash with the one before, and hours in one piece', () => {
    expect(formats.keepTogether('Подарок — «Кофе»')).toBe('Подарок\u00a0— «Кофе»');
    expect(formats.keepTogether('7 приветствий за 30 дней')).toBe(
      '7\u00a0приветствий за 30\u00a0дней',
    );
    expect(formats.keepTogether('визит № 5, 10 % гостей')).toBe('визит №\u00a05, 10\u00a0% гостей');
    expect(formats.keepTogether('тихо 20:00–09:00.')).toBe('тихо 20:00–\u206009:00.');
    expect(formats.keepTogether('до 5 дек.')).toBe('до\u00a05\u00a0дек.');
    expect(formats.keepTogether('újra: nov. 29.')).toBe('újra: nov.\u00a029.');
    expect(formats.keepTogether('Hívás: +36 70 692 6278 (Anna)')).toBe(
      'Hívás: +36\u00a070\u00a0692\u00a06278 (Anna)',
    );
  });

  it('quotation marks within others are the inner ones', () => {
    expect(formats.keepTogether('От «Кофейня «Двор»».')).toBe('От «Кофейня „Двор“».');
    expect(formats.keepTogether('„Az „Udvar” kávéja”')).toBe('„Az »Udvar« kávéja”');
    expect(formats.keepTogether('«Раф», «Латте»')).toBe('«Раф», «Латте»');
    expect(formats.keepTogether('Текст «без конца')).toBe('Текст «без конца');
  });

  it('months', () => {
    expect(formats.formatMonth('en', '2026-10')).toBe('October 2026');
    expect(formats.formatMonth('ru', '2026-10')).toBe('Октябрь 2026');
    expect(formats.formatMonth('hu', '2026-10')).toBe('2026. október');
    expect(formats.formatSince('ru', '2025-03-14')).toBe('марта 2025 г.');
    expect(formats.formatSince('hu', '2025-03-14')).toBe('2025 márciusa');
    expect(formats.formatSince('hu', '2025-01-14')).toBe('2025 januárja');
  });

  it('time is the shop’s, whatever the PC says', () => {
    const ms = Date.UTC(2026, 10, 21, 23, 30);
    expect(formats.formatTime('en', ms, 'Europe/Budapest')).toBe('00:30');
    expect(formats.formatTime('hu', ms, 'Asia/Almaty')).toBe('04:30');
  });

  it('relative days', () => {
    expect(plain(formats.formatRelativeDay('en', '2026-11-18', '2026-11-21'))).toBe('3 days ago');
    expect(plain(formats.formatRelativeDay('ru', '2026-11-20', '2026-11-21'))).toBe('вчера');
    expect(plain(formats.formatRelativeDay('hu', '2026-08-01', '2026-11-21'))).toBe(
      '4 hónappal ezelőtt',
    );
  });
});
