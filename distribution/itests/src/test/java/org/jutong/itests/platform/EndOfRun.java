package org.jutong.itests.platform;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the shared platform when the last test has run. */
public final class EndOfRun implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Shared.close();
    }
}
