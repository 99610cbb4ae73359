/** Members chosen elsewhere, or one by one there, whose cards the Cards screen shall print. */
class CardSelection {
  memberIds = $state.raw<readonly string[]>([]);

  choose(memberIds: Iterable<string>) {
    this.memberIds = [...new Set(memberIds)];
  }

  add(memberId: string) {
    this.choose([...this.memberIds, memberId]);
  }

  remove(memberId: string) {
    this.memberIds = this.memberIds.filter((id) => id !== memberId);
  }

  clear() {
    this.memberIds = [];
  }
}

export const cardSelection = new CardSelection();
