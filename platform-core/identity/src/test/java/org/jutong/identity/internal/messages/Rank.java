package org.jutong.identity.internal.messages;

import java.util.Dictionary;
import java.util.Hashtable;
import org.jutong.plugin.MessageChannel;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** A service of a ranking, as the container would order it. */
record Rank(int ranking) implements ServiceReference<MessageChannel> {

    @Override
    public Object getProperty(String key) {
        return null;
    }

    @Override
    public String[] getPropertyKeys() {
        return new String[0];
    }

    @Override
    public Bundle getBundle() {
        return null;
    }

    @Override
    public Bundle[] getUsingBundles() {
        return new Bundle[0];
    }

    @Override
    public boolean isAssignableTo(Bundle bundle, String className) {
        return true;
    }

    @Override
    public int compareTo(Object reference) {
        return Integer.compare(ranking, ((Rank) reference).ranking);
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        return new Hashtable<>();
    }

    @Override
    public <A> A adapt(Class<A> type) {
        return null;
    }
}
