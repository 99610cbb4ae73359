/**
 * The members whose cards are to be printed, in print order: chosen in the list
 * of members or on the cards screen, which shows them at `#/cards/members`.
 */
class CardSelection {
  ids = $state.raw<readonly string[]>([]);

  replace(memberIds: readonly string[]) {
    this.ids = [...new Set(memberIds)];
  }

  add(memberId: string) {
    this.replace([...this.ids, memberId]);
  }

  remove(memberId: string) {
    this.ids = this.ids.filter((id) => id !== memberId);
  }

  clear() {
    this.ids = [];
  }
}

export const cardSelection = new CardSelection();
