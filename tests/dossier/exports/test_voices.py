from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.voices import Voices, chain_words
from sayso.model.comparison import ActorMention
from tests.dossier.exports.held import demo


def lookup() -> Lookup:
    return Lookup(demo().comparison)


def test_every_actor_of_every_report_is_one_speaker():
    found = lookup()
    mentions = [mention for voice in Voices(found).all for mention in voice.mentions]
    assert len(mentions) == len(set(mentions))
    assert set(mentions) == {ActorMention(*key) for key in found.actors}


def test_a_speaker_of_several_reports_keeps_the_id_and_name_of_the_shared_one():
    found = lookup()
    shared = found.comparison.actors
    voices = Voices(found).all[: len(shared)]
    assert [voice.id for voice in voices] == [one.id for one in shared]
    assert [voice.name for voice in voices] == [found.words(one.name) for one in shared]


def test_the_link_behind_a_claim_is_its_speaker():
    found, checked = lookup(), 0
    voices = Voices(found)
    for (document, name), claim in found.claims.items():
        if claim.chain and claim.speaker:
            last = found.shown_claims[document, name].chain[-1]
            assert voices.behind(last) == voices.of(document, claim.speaker)
            checked += 1
    assert checked
    assert voices.of(document, None) is None


def test_an_outlet_is_no_speaker():
    found = lookup()
    for shown in found.shown_claims.values():
        assert Voices(found).behind(shown.chain[0]) is None
        break


def test_a_chain_in_words_has_the_outlet_first():
    found = lookup()
    key = next(key for key, claim in found.claims.items() if len(claim.chain) > 1)
    words = chain_words(found.shown_claims[key].chain)
    assert words[0] == found.report(key[0]).label
    assert len(words) > 2
    assert ": " in words[-1]
