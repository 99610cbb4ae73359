/** Members chosen elsewhere whose cards the Cards screen shall print. */
class CardSelection {
  memberIds = $state.raw<readonly string[]>([]);

  choose(memberIds: Iterable<string>) {
    this.memberIds = [...memberIds];
  }

  clear() {
    this.memberIds = [];
  }
}

export const cardSelection = new CardSelection();
