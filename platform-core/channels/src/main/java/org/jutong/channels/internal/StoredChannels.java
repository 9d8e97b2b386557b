package org.jutong.channels.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.channels.Channel;
import org.jutong.channels.Channel.Standing;
import org.jutong.channels.Channels;
import org.jutong.channels.internal.store.ChannelRows;
import org.jutong.channels.internal.store.DeliveryRows;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Channels} in the database. */
@Component(service = Channels.class)
public final class StoredChannels implements Channels {

    private static final Logger LOG = LoggerFactory.getLogger(StoredChannels.class);
    private static final int MOST = 50;
    private static final int LONGEST = 60;
    private static final Standing NOTHING = new Standing(0, 0, Optional.empty());

    private final Store store;
    private final ChannelRows rows;
    private final DeliveryRows deliveries;
    private final ChannelKinds kinds;
    private final Settings settings;
    private final ChannelRights rights;
    private final Sites sites;
    private final Audit audit;

    @Activate
    public StoredChannels(
            @Reference(target = "(osgi.unit.name=channels)") Store store,
            @Reference ChannelKinds kinds,
            @Reference Settings settings,
            @Reference ChannelRights rights,
            @Reference Sites sites,
            @Reference Audit audit) {
        this.store = store;
        this.rows = new ChannelRows(store);
        this.deliveries = new DeliveryRows(store);
        this.kinds = kinds;
        this.settings = settings;
        this.rights = rights;
        this.sites = sites;
        this.audit = audit;
    }

    @Override
    public List<PushChannel> kinds() {
        return kinds.all();
    }

    @Override
    public List<Channel> of(Actor by, SiteCode site) {
        rights.requireEither(by, sites.require(site).code());
        Map<Long, Standing> standing = deliveries.standing(site);
        return rows.of(site).stream()
                .map(channel -> shown(channel, standing.getOrDefault(channel.id(), NOTHING)))
                .toList();
    }

    private Channel shown(SetUp channel, Standing standing) {
        return new Channel(
                channel.id(),
                channel.site(),
                channel.kind(),
                channel.name(),
                channel.enabled(),
                settings.open(channel),
                settings.secret(channel).keySet(),
                standing);
    }

    @Override
    public Channel add(Actor by, SiteCode site, String kind, Change wanted) {
        rights.requireManage(by, sites.require(site).code());
        PushChannel found = kind(kind);
        SetUp empty = new SetUp(
                0, site, found.id(), name(wanted.name()), wanted.enabled().orElse(true), "{}", "");
        SetUp filled = settings.fill(empty, found, wanted.settings().orElse(Map.of()));
        if (rows.of(site).size() >= MOST) {
            throw Problem.conflict("channels_too_many", MOST);
        }
        return shown(recorded(by, "added", filled, () -> rows.add(filled)), NOTHING);
    }

    @Override
    public Channel change(Actor by, SiteCode site, long id, Change wanted) {
        rights.requireManage(by, sites.require(site).code());
        SetUp before = require(site, id);
        SetUp named = new SetUp(
                id,
                site,
                before.kind(),
                wanted.name().map(name -> name(wanted.name())).orElse(before.name()),
                wanted.enabled().orElse(before.enabled()),
                before.settings(),
                before.sealed());
        SetUp changed = wanted.settings()
                .map(values -> settings.fill(named, kind(before.kind()), values))
                .orElse(named);
        SetUp stored = recorded(by, "changed", changed, () -> rows.change(changed));
        return shown(stored, deliveries.standing(site).getOrDefault(id, NOTHING));
    }

    @Override
    public void remove(Actor by, SiteCode site, long id) {
        rights.requireManage(by, sites.require(site).code());
        SetUp channel = require(site, id);
        recorded(by, "removed", channel, () -> {
            rows.remove(id);
            return channel;
        });
    }

    @Override
    public void probe(Actor by, SiteCode site, long id) {
        rights.requireManage(by, sites.require(site).code());
        SetUp channel = require(site, id);
        PushChannel kind = kind(channel.kind());
        Map<String, String> values = settings.all(channel);
        audit.record(event(by, "tried", channel));
        try {
            kind.probe(values);
        } catch (Problem wrong) {
            // it is the channel that fails, not this platform
            throw Problem.conflict(wrong.code(), wrong.arguments().toArray());
        } catch (RuntimeException e) {
            LOG.error("Channel {} failed when it was tried", id, e);
            throw Problem.conflict("channel_failed");
        }
    }

    private SetUp recorded(Actor by, String what, SetUp channel, Supplier<SetUp> work) {
        try {
            return store.recorded(work, stored -> audit.record(event(by, what, stored)));
        } catch (DuplicateKey taken) {
            throw Problem.conflict("channel_exists", channel.name());
        }
    }

    private static Event event(Actor by, String what, SetUp channel) {
        return Event.done(Action.CHANNEL_CHANGE, by, "channel:" + channel.id())
                .on(channel.site())
                .saying(what + ": " + channel.kind() + ", " + channel.name() + (channel.enabled() ? "" : ", off"));
    }

    private SetUp require(SiteCode site, long id) {
        return rows.find(id)
                .filter(channel -> channel.site().equals(site))
                .orElseThrow(() -> Problem.notFound("channel_not_found", Long.toString(id)));
    }

    private PushChannel kind(String id) {
        return kinds.find(id)
                .orElseThrow(() -> Problem.invalid("channel_kind_not_found", "kind", id == null ? "" : id));
    }

    private static String name(Optional<String> given) {
        String name = given.orElse("").strip();
        if (name.isEmpty()) {
            throw Problem.invalid("channel_name_missing", "name");
        }
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("channel_name_too_long", "name", LONGEST);
        }
        return name;
    }
}
