"""Parts a whole number in proportion."""


def share_out(amount: int, spare: list[int]) -> list[int]:
    """Part an amount in proportion to what each has to spare, by largest remainder, the earliest first at a tie.

    The amount is at most the sum of what they have, so nobody gives more than it has.
    """
    total = sum(spare)
    if not total:
        return [0] * len(spare)
    parts = [amount * each // total for each in spare]
    remainders = sorted(range(len(spare)), key=lambda place: (-(amount * spare[place] % total), place))
    for place in remainders[: amount - sum(parts)]:
        parts[place] += 1
    return parts
