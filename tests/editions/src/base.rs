//! The types that the pages use and do not define, in the spelling that every edition takes.

tl_runtime::tl! {
    peerUser #59511722 user_id:long = Peer;
    peerChat #36c6019a chat_id:long = Peer;
    userEmpty #d3bc4b7a id:long = User;
    userNamed id:long name:string = User;
    photoEmpty #2331b22d id:long = Photo;
    chatPhotoEmpty #37c1011c = ChatPhoto;
    chatPhoto #1c6e1c11 flags:# has_video:flags.0?true photo_id:long stripped_thumb:flags.1?bytes dc_id:int
        = ChatPhoto;
    restrictionReason #d072acb4 platform:string reason:string text:string = RestrictionReason;
    chatAdminRights #5fb224d5 flags:# change_info:flags.0?true post_messages:flags.1?true = ChatAdminRights;
    chatBannedRights #9f120418 flags:# view_messages:flags.0?true until_date:int = ChatBannedRights;
    username #b4073647 flags:# editable:flags.0?true active:flags.1?true username:string = Username;
    peerColor #b54b5acf flags:# color:flags.0?int background_emoji_id:flags.1?long = PeerColor;
    emojiStatusEmpty #2de11aae = EmojiStatus;
    emojiStatus #929b619d document_id:long = EmojiStatus;
    inputChannelEmpty #ee8c1e86 = InputChannel;
    inputChannel #f35aec28 channel_id:long access_hash:long = InputChannel;
    inputPeerSelf #7da07ec9 = InputPeer;
    inputPeerChat #35a95cb9 chat_id:long = InputPeer;
    inputUserSelf #f7c1b13f = InputUser;
    inputUser #f21158c6 user_id:long access_hash:long = InputUser;
    messageFwdHeader #5f777dce flags:# date:int = MessageFwdHeader;
    messageReplyHeader #a6d57763 flags:# reply_to_msg_id:flags.4?int = MessageReplyHeader;
    messageEntityBold #bd610bc9 offset:int length:int = MessageEntity;
    messageMediaEmpty #0x3ded6320 = MessageMedia;
    inputGroupCall #d8aa840f id:long access_hash:long = InputGroupCall;
}
