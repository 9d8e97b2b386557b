package org.jutong.identity.internal.citizens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.identity.internal.messages.Messages;
import org.jutong.identity.internal.store.citizens.CodeTable;
import org.jutong.identity.internal.store.citizens.StoredCode;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Six-digit codes sent to mobile numbers. A code works only with the ticket that whoever asked for it got: somebody who
 * asks for a code for another person's number can neither use nor spoil the codes which that person asks for. Thread-safe.
 */
@Component(service = Codes.class)
public final class Codes {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final Duration APART = Duration.ofSeconds(60);
    static final Duration WINDOW = Duration.ofHours(1);
    static final int PER_MOBILE = 5;
    static final int TRIES = 5;

    private static final String NO_CODE = "-";
    private static final int LONGEST_TYPED = 40;
    private static final int LONGEST_ADDRESS = 64;

    private final CodeTable table;
    private final Messages messages;
    private final KeyedHash hash;
    private final Texts texts;
    private final Clock clock;
    private final int perAddress;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public Codes(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Messages messages,
            @Reference KeyedHash hash,
            @Reference Texts texts,
            @Reference Clock clock) {
        this(
                store,
                messages,
                hash,
                texts,
                clock,
                Optional.ofNullable(System.getenv("JUTONG_CODES_PER_ADDRESS"))
                        .filter(set -> set.matches("[1-9]\\d{0,5}"))
                        .map(Integer::valueOf)
                        .orElse(PER_MOBILE));
    }

    Codes(Store store, Messages messages, KeyedHash hash, Texts texts, Clock clock, int perAddress) {
        this.table = new CodeTable(store);
        this.messages = messages;
        this.hash = hash;
        this.texts = texts;
        this.clock = clock;
        this.perAddress = perAddress;
    }

    /** What a code is for. The names are stored. */
    enum Purpose {
        REGISTER,
        RECOVER,
        MOVE;

        /** The words that go with the code, or say that there is none. */
        private String text(boolean opens) {
            return "message." + name().toLowerCase(Locale.ROOT) + (opens ? "" : ".none");
        }
    }

    /**
     * What is asked for.
     *
     * @param opens whether a code is to work; where not, everything is done all the same, and the message says why
     * @param citizen whose account it is for, or {@code null}
     * @param name of the account that is asked for, or {@code null}
     * @param passwordHash of the account that is asked for, or {@code null}
     */
    record Wish(Purpose purpose, Mobile mobile, boolean opens, Long citizen, String name, String passwordHash) {}

    /** @throws Problem {@code too_many_codes} (429) with the seconds to wait, as {@link #issue} would */
    void requirePatience(Mobile mobile, String address) {
        Instant now = clock.instant();
        Instant since = now.minus(WINDOW);
        List<Instant> sent = table.forMobile(mobile.number(), since);
        if (!sent.isEmpty()) {
            requirePassed(sent.get(0).plus(APART), now);
        }
        requireBelow(PER_MOBILE, sent, now);
        requireBelow(perAddress, table.fromAddress(cut(address), since), now);
    }

    /**
     * Sends a code.
     *
     * @return the ticket to give back with it
     * @throws Problem {@code too_many_codes} (429), {@code message_not_sent} (503)
     */
    String issue(Wish wish, String address) {
        String ticket = secret();
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        String codeHash = codeHash(ticket, code);
        keep(
                new StoredCode(
                        wish.purpose().name(),
                        wish.mobile().number(),
                        ticketHash(ticket),
                        wish.opens() ? codeHash : NO_CODE,
                        clock.instant(),
                        wish.citizen(),
                        wish.name(),
                        wish.passwordHash()),
                address);
        messages.send(
                wish.mobile().number(), texts.say(Texts.CHINESE, wish.purpose().text(wish.opens()), List.of(code)));
        return ticket;
    }

    /** {@link #issue} once more for what the ticket was for; the ticket is spent. */
    String reissue(String ticket, String address) {
        StoredCode before = table.find(ticketHash(ticket)).orElseThrow(Codes::wrong);
        Mobile mobile = new Mobile(before.mobile());
        requirePatience(mobile, address);
        table.spend(before.ticketHash());
        return issue(
                new Wish(
                        Purpose.valueOf(before.purpose()),
                        mobile,
                        !before.codeHash().equals(NO_CODE),
                        before.citizen(),
                        before.name(),
                        before.passwordHash()),
                address);
    }

    /**
     * What the code is for; counts as a try. Spend it with what it opens.
     *
     * @throws Problem {@code verification_code_wrong} (400) for a wrong, late, used or never sent code alike
     */
    StoredCode redeem(Purpose purpose, String ticket, String typed) {
        String ticketHash = ticketHash(ticket);
        if (!table.tryOnce(ticketHash, TRIES)) {
            throw wrong();
        }
        return table.find(ticketHash)
                .filter(stored -> stored.purpose().equals(purpose.name()))
                .filter(this::isInTime)
                .filter(stored ->
                        MessageDigest.isEqual(bytes(stored.codeHash()), bytes(codeHash(ticket, digits(typed)))))
                .orElseThrow(Codes::wrong);
    }

    /** Call inside the transaction of what the code opens. @throws Problem where it was used in this very moment */
    void spend(StoredCode code) {
        if (!table.spend(code.ticketHash())) {
            throw wrong();
        }
    }

    /** Forgets the codes for this number. */
    void forget(String mobile) {
        table.deleteOf(mobile);
    }

    /** One at a time: two askers at once must not both be the fifth. */
    private synchronized void keep(StoredCode code, String address) {
        requirePatience(new Mobile(code.mobile()), address);
        table.deleteBefore(code.created().minus(WINDOW));
        table.insert(code, cut(address));
    }

    private void requireBelow(int limit, List<Instant> sent, Instant now) {
        if (sent.size() >= limit) {
            requirePassed(sent.get(limit - 1).plus(WINDOW), now);
        }
    }

    private static void requirePassed(Instant time, Instant now) {
        if (time.isAfter(now)) {
            throw Problem.of(429, "too_many_codes", Duration.between(now, time).toSeconds() + 1);
        }
    }

    /** A clock that was set back makes no code good for longer. */
    private boolean isInTime(StoredCode code) {
        Duration age = Duration.between(code.created(), clock.instant());
        return age.compareTo(GOOD_FOR) < 0 && age.compareTo(APART.negated()) > 0;
    }

    private static String digits(String typed) {
        return typed == null || typed.length() > LONGEST_TYPED
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(" ", "");
    }

    private String ticketHash(String ticket) {
        return hash.of("ticket", ticket == null || ticket.length() > LONGEST_ADDRESS ? "" : ticket);
    }

    private String codeHash(String ticket, String code) {
        return hash.of("code", ticket + " " + code);
    }

    static Problem wrong() {
        return Problem.invalid("verification_code_wrong", "code");
    }

    private String secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String cut(String address) {
        return address.length() > LONGEST_ADDRESS ? address.substring(0, LONGEST_ADDRESS) : address;
    }
}
