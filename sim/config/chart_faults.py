"""What can be wrong in a tree of posts: a post that does not exist, two heads, circles, posts above nobody."""

from collections.abc import Sequence

from sim.core.errors import Problem, shown
from sim.core.text import Text

NO_POST = -1


def chart_faults(parent: Sequence[int], team_manager: Sequence[int], team_sizes: Sequence[int]) -> list[Problem]:
    """Every fault of a chart; circles and posts above nobody are looked for once every rank is one of a post.

    Args:
        parent: post above each post; -1 for the DGS [posts].
        team_manager: post that leads each team [teams].
        team_sizes: field agents of each team [teams].
    """
    return _wrong_ranks(parent, team_manager, team_sizes) or _roots(parent) + _idle(parent, team_manager)


def levels_from_below(parent: Sequence[int]) -> list[int]:
    """One more than the highest level below, from the bottom up [posts]; 0 for posts in a circle."""
    waiting = [0] * len(parent)
    for above in parent:
        if above != NO_POST:
            waiting[above] += 1
    level = [0] * len(parent)
    highest_below = [0] * len(parent)
    ready = [post for post, below in enumerate(waiting) if below == 0]
    while ready:
        post = ready.pop()
        level[post] = highest_below[post] + 1
        above = parent[post]
        if above != NO_POST:
            highest_below[above] = max(highest_below[above], level[post])
            waiting[above] -= 1
            if waiting[above] == 0:
                ready.append(above)
    return level


def longest_chain(parent: Sequence[int]) -> int:
    """Posts on the longest way up to the DGS, who is counted, in a chart without faults."""
    return levels_from_below(parent)[list(parent).index(NO_POST)]


def _wrong_ranks(parent: Sequence[int], team_manager: Sequence[int], team_sizes: Sequence[int]) -> list[Problem]:
    """Posts and teams that name a post that does not exist, and teams without field agents."""
    last = len(parent) - 1
    known = Text(f"un poste de 0 à {last}", f"a post from 0 to {last}")
    or_none = Text(f"{known.fr}, ou -1 pour la direction générale", f"{known.en}, or -1 for the DGS")
    missing = Text("ce poste n'existe pas", "there is no such post")
    itself = Text("un poste ne peut pas être son propre supérieur", "a post cannot be its own superior")
    problems = []
    for post, above in enumerate(parent):
        if above == post or not NO_POST <= above <= last:
            reason = itself if above == post else missing
            problems.append(Problem(f"posts[{post}].parent", shown(above), reason, or_none))
    for team, post in enumerate(team_manager):
        if not 0 <= post <= last:
            problems.append(Problem(f"teams[{team}].manager", shown(post), missing, known))
    for team, size in enumerate(team_sizes):
        if size < 1:
            reason = Text("une équipe a au moins un agent", "a team has at least one agent")
            problems.append(Problem(f"teams[{team}].field_agents", shown(size), reason))
    if len(team_sizes) != len(team_manager) or not team_manager:
        reason = Text("il faut au moins une équipe, et une taille par équipe", "at least one team, and a size for each")
        problems.append(Problem("teams", shown(len(team_sizes)), reason))
    return problems


def _roots(parent: Sequence[int]) -> list[Problem]:
    """Posts too many at the top, or none; then posts whose superiors lead back to themselves."""
    tops = [post for post, above in enumerate(parent) if above == NO_POST]
    one = Text("un seul poste n'a pas de supérieur : la direction générale", "one post alone has no superior: the DGS")
    if not tops:
        return [Problem("posts", shown(len(parent)), one)]
    problems = [Problem(f"posts[{post}].parent", shown(NO_POST), one) for post in tops[1:]]
    circle = Text("ses supérieurs ramènent à ce poste", "its superiors lead back to this post")
    unsorted = [post for post, level in enumerate(levels_from_below(parent)) if level == 0]
    return problems + [Problem(f"posts[{post}].parent", shown(parent[post]), circle) for post in unsorted]


def _idle(parent: Sequence[int], team_manager: Sequence[int]) -> list[Problem]:
    """Posts under which there is no post and no team: they are on no agent's chain."""
    leading = {*parent, *team_manager}
    reason = Text("personne ne dépend de ce poste", "nobody reports to this post")
    return [Problem(f"posts[{post}]", "", reason) for post in range(len(parent)) if post not in leading]
