package dev.rapport.privacy;

import dev.rapport.frame.Channel;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The table of purpose × jurisdiction × channel. {@link Channel#FRICTION} watches the page, not the person, and is always
 * allowed. Every other channel is refused by the first line that holds all three, and allowed where none does.
 */
public final class ChannelGate {
    private static final Set<Channel> AFFECT = EnumSet.complementOf(EnumSet.of(Channel.FRICTION));
    private static final Set<Channel> CAMERA_AND_MICROPHONE = EnumSet.of(Channel.FACE, Channel.VOICE);
    private static final Set<Purpose> ANY_PURPOSE = EnumSet.allOf(Purpose.class);
    private static final Set<Jurisdiction> ANYWHERE = EnumSet.allOf(Jurisdiction.class);
    private static final Set<Jurisdiction> NOT_CHECKED =
            EnumSet.of(Jurisdiction.BRAZIL, Jurisdiction.INDIA, Jurisdiction.OTHER);

    private static final List<Line> TABLE = List.of(
            everywhere(Purpose.UNSTATED, Ground.NO_PURPOSE),
            everywhere(Purpose.WORKPLACE, Ground.WORKPLACE),
            everywhere(Purpose.RECRUITMENT, Ground.RECRUITMENT),
            everywhere(Purpose.EDUCATION, Ground.EDUCATION),
            everywhere(Purpose.CHILDREN, Ground.CHILDREN),
            employedUsers(EnumSet.of(Jurisdiction.EU_EEA), Ground.EMPLOYED_USERS),
            employedUsers(NOT_CHECKED, Ground.LAW_NOT_CHECKED),
            employedUsers(EnumSet.of(Jurisdiction.UNSTATED), Ground.PLACE_UNSTATED),
            cameraAndMicrophone(EnumSet.of(Jurisdiction.US_ILLINOIS), Ground.WRITTEN_RELEASE),
            cameraAndMicrophone(EnumSet.of(Jurisdiction.US_TEXAS), Ground.TEXAS),
            cameraAndMicrophone(EnumSet.of(Jurisdiction.US_WASHINGTON), Ground.WASHINGTON),
            cameraAndMicrophone(NOT_CHECKED, Ground.LAW_NOT_CHECKED),
            cameraAndMicrophone(EnumSet.of(Jurisdiction.UNSTATED), Ground.PLACE_UNSTATED));

    private ChannelGate() {}

    private record Line(Set<Purpose> purposes, Set<Jurisdiction> places, Set<Channel> channels, Ground ground) {
        boolean holds(Purpose purpose, Jurisdiction place, Channel channel) {
            return purposes.contains(purpose) && places.contains(place) && channels.contains(channel);
        }
    }

    private static Line everywhere(Purpose purpose, Ground ground) {
        return new Line(EnumSet.of(purpose), ANYWHERE, AFFECT, ground);
    }

    private static Line employedUsers(Set<Jurisdiction> places, Ground ground) {
        return new Line(EnumSet.of(Purpose.BUSINESS_USERS), places, AFFECT, ground);
    }

    private static Line cameraAndMicrophone(Set<Jurisdiction> places, Ground ground) {
        return new Line(ANY_PURPOSE, places, CAMERA_AND_MICROPHONE, ground);
    }

    /** The table's word on one channel of a site for one place. */
    public static Ruling rule(Purpose purpose, Jurisdiction place, Channel channel) {
        for (Line line : TABLE) {
            if (line.holds(purpose, place, channel)) {
                return new Ruling.Refused(line.ground());
            }
        }
        return new Ruling.Allowed();
    }
}
